extension HelpTopic {
    static let ids = HelpTopic(
        "ids", ["编号"],
        Phrase(
            zh: """
                编号
                  U 机构  O 人员  J 日志  T 任务  R 规则
                  E 企业  X 联系人  L 线索  Q 研判  Z 分派  C 首报首谈
                  P 项目  V 评审  A 协议  F 到位资金  H 承诺  B 节点  D 督办单  G 活动

                写法不拘：T-1042、t1042；在清楚的地方可只写 1042。
                机构、人员、规则也可用代码，如 bn-ne。
                @last 指您上一条命令的记录：zs lead show @last。
                """,
            en: """
                Ids
                  U unit  O officer  J entry  T task  R rule
                  E enterprise  X contact  L lead  Q screening  Z assignment  C claim
                  P project  V review  A agreement  F funds  H commitment  B milestone  D directive  G campaign

                T-1042, t1042 and, where the noun is clear, 1042 are the same.
                Units, officers and rules answer to their codes, too: bn-ne.
                @last is the record of your last command: zs lead show @last.
                """))
}
