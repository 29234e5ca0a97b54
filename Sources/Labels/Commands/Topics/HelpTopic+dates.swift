extension HelpTopic {
    static let dates = HelpTopic(
        "dates", ["日期"],
        Phrase(
            zh: """
                日期与时段
                  日期    2026-09-18  今天 昨天 前天 明天  周五 上周五 下周一  月底 季末 年底
                  时段    2026-09-18（日） 2026-W38（周） 2026-09（月） 2026-Q3（季） 2026（年）
                          今天 本周 上周 本月 上月 本季 上季 今年 去年
                  工作日  +3wd（三个工作日后）

                周按 ISO，周一开始，属于其周四所在的月。工作日按国务院通知；~ 表示所依据的年份尚未公布。
                时区固定为 +08:00。
                """,
            en: """
                Dates and periods
                  date          2026-09-18  今天 昨天 前天 明天  周五 上周五 下周一  月底 季末 年底
                                today yesterday tomorrow
                  period        2026-09-18 (day) 2026-W38 (week) 2026-09 (month) 2026-Q3 (quarter) 2026 (year)
                                今天 本周 上周 本月 上月 本季 上季 今年 去年
                  working days  +3wd (three working days later)

                Weeks are those of ISO 8601 and belong to the month of their Thursday. Working days follow the State
                Council's notices; ~ marks what rests on a year not yet published. The zone is always +08:00.
                """))
}
