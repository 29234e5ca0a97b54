extension HelpTopic {
    static let exitCodes = HelpTopic(
        "exit-codes", ["退出码"],
        Phrase(
            zh: """
                退出码
                   0  成功
                   1  答案为否：校验不通过、核验不符
                  64  用法不对
                  65  被拒绝，或数据不对
                  66  找不到
                  69  连不上 zsd
                  70  内部错误
                  73  写不了输出
                  74  读写故障，或磁盘已满
                  75  请稍后再试；或另一个 zsd 正在运行
                  76  协议不同：zs 与 zsd 版本不配
                  77  无权
                  78  配置不对，或数据库的版本更新
                  79  名称有歧义，已列出候选
                  80  冲突：记录已被改动，或命令编号已用于别的操作
                """,
            en: """
                Exit codes
                   0  done
                   1  the answer is no: a check or a verification failed
                  64  wrong usage
                  65  refused, or wrong data
                  66  not found
                  69  zsd cannot be reached
                  70  internal error
                  73  output cannot be written
                  74  I/O failure, or the disk is full
                  75  try again; or another zsd is running
                  76  protocol: zs and zsd do not fit together
                  77  not permitted
                  78  configuration, or a newer store
                  79  ambiguous name; candidates are listed
                  80  conflict: the record changed, or the command id was used for something else
                """))
}
