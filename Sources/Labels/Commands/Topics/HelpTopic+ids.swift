extension HelpTopic {
    static let ids = HelpTopic(
        "ids", ["编号"],
        Phrase(
            zh: """
                编号
                  U 机构  O 人员  J 日志  T 任务  R 规则

                写法不拘：T-1042、t1042；在清楚的地方可只写 1042。
                机构、人员、规则也可用代码，如 bn-ne。
                """,
            en: """
                Ids
                  U unit  O officer  J entry  T task  R rule

                T-1042, t1042 and, where the noun is clear, 1042 are the same.
                Units, officers and rules answer to their codes, too: bn-ne.
                """))
}
