@testable import Commands

extension ParsedLine {
    static let pipeline = [
        ParsedLine("project list unit:bn", "project.list", ["unit:bn"]),
        ParsedLine("agreement list unit:bn", "agreement.list", ["unit:bn"]),
        ParsedLine("funds list unit:bn", "funds.list", ["unit:bn"]),
        ParsedLine("commitment list unit:bn", "commitment.list", ["unit:bn"]),
        ParsedLine("milestone list unit:bn", "milestone.list", ["unit:bn"]),
        ParsedLine("directive list unit:bn", "directive.list", ["unit:bn"]),
        ParsedLine("campaign list unit:bn", "campaign.list", ["unit:bn"]),
        ParsedLine("project show P-3", "project.show", at: ["id": "P-3"]),
        ParsedLine("project brief P-3", "project.brief", at: ["id": "P-3"]),
        ParsedLine("project add 某项目 reason:推介", "project.add", ["某项目", "reason:推介"]),
        ParsedLine("project edit P-3 land:120", "project.edit", ["P-3", "land:120"]),
        ParsedLine(
            "project advance P-3 signed date:10-22 amount:3.5亿", "project.advance",
            ["P-3", "signed", "date:10-22", "amount:3.5亿"]),
        ParsedLine("project review P-3 joint passed", "project.review", ["P-3", "joint", "passed"]),
        ParsedLine("project correct P-3 landed reason:误报", "project.correct", ["P-3", "landed", "reason:误报"]),
        ParsedLine(
            "project suspend P-3 review:2027-03-01 reason:用地", "project.suspend",
            ["P-3", "review:2027-03-01", "reason:用地"]),
        ParsedLine("project resume P-3", "project.resume", ["P-3"]),
        ParsedLine("project terminate P-3 competitor to:合肥", "project.terminate", ["P-3", "competitor", "to:合肥"]),
        ParsedLine("agreement add P-3 formal amount:8亿", "agreement.add", ["P-3", "formal", "amount:8亿"]),
        ParsedLine("agreement void A-2 reason:未生效", "agreement.void", ["A-2", "reason:未生效"]),
        ParsedLine("project decline P-3 reason:不符", "project.decline", ["P-3", "reason:不符"]),
        ParsedLine("funds add P-3 1.2亿 voucher:记12", "funds.add", ["P-3", "1.2亿", "voucher:记12"]),
        ParsedLine("funds verify F-1", "funds.verify", ["F-1"]),
        ParsedLine("funds reject F-1 reason:凭证", "funds.reject", ["F-1", "reason:凭证"]),
        ParsedLine("commitment add P-3 land 供地 due:12-31", "commitment.add", ["P-3", "land", "供地", "due:12-31"]),
        ParsedLine("commitment fulfil H-1", "commitment.fulfil", ["H-1"]),
        ParsedLine("milestone add P-3 取证 due:12-31", "milestone.add", ["P-3", "取证", "due:12-31"]),
        ParsedLine("milestone done B-1", "milestone.done", ["B-1"]),
        ParsedLine("directive issue P-3 yellow 开工 due:12-31", "directive.issue", ["P-3", "yellow", "开工", "due:12-31"]),
        ParsedLine("directive reply D-1 已进场", "directive.reply", ["D-1", "已进场"]),
        ParsedLine("directive close D-1", "directive.close", ["D-1"]),
        ParsedLine("campaign plan 推介会 from:12-05", "campaign.plan", ["推介会", "from:12-05"]),
        ParsedLine("contact list enterprise:E-3", "contact.list", ["enterprise:E-3"]),
        ParsedLine("contact show X-1", "contact.show", at: ["id": "X-1"]),
        ParsedLine(
            "contact show X-1 --reveal --purpose 回访", "contact.reveal", ["X-1"], options: ["purpose": ["回访"]]),
        ParsedLine("contact add E-3 name:王小明", "contact.add", ["E-3", "name:王小明"]),
        ParsedLine("contact edit X-1 mobile:13800131234", "contact.edit", ["X-1", "mobile:13800131234"]),
        ParsedLine("contact erase X-1", "contact.erase", ["X-1"]),
        ParsedLine("campaign close G-1 outcome:签约", "campaign.close", ["G-1", "outcome:签约"]),
    ]
}
