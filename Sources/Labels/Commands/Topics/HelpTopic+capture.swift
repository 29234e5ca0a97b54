extension HelpTopic {
    static let capture = HelpTopic(
        "capture", ["记录语法", "capture-line"],
        Phrase(
            zh: """
                一行记录
                  zs log "走访渝新能源，商定11月签约" @渝新能源 amount:3.2亿 +走访

                每个词单独理解：
                  带空格的词        正文
                  @名称             关联机构、人员（名称含糊时退出码 79，列出候选）
                  +标签             标签
                  键:值             已知的键是属性，如 amount:3.2亿；未知的键当作正文
                  其余              正文
                  --                此后不再有选项，词可以用 - 开头

                日期用 --on，可写 昨天、周五、2026-09-18。零报告：zs log --zero。
                记录只写日志，不推进任何流程。
                """,
            en: """
                One line of capture
                  zs log "走访渝新能源，商定11月签约" @渝新能源 amount:3.2亿 +走访

                Each word is read alone:
                  a word with a space   text
                  @name                 links a unit or an officer (ambiguous: exit code 79, with candidates)
                  +tag                  a tag
                  key:value             an attribute when the key is known (amount:3.2亿), else text
                  anything else         text
                  --                    no options after it; words may begin with a dash

                The date is --on: 昨天, 周五, yesterday, 2026-09-18. Nothing to report: zs log --zero.
                A line is written down and moves nothing else.
                """))
}
