@testable import Commands

extension ParsedLine {
    static let leads = [
        ParsedLine("lead list state:screening", "lead.list", ["state:screening"]),
        ParsedLine("lead show L-7", "lead.show", at: ["id": "L-7"]),
        ParsedLine(
            "lead add 某项目 source:visitOut amount:12亿 @某集团", "lead.add",
            ["某项目", "source:visitOut", "amount:12亿", "@某集团"]),
        ParsedLine("lead edit L-7 amount:15亿", "lead.edit", ["L-7", "amount:15亿"]),
        ParsedLine(
            "lead screen L-7 scores:4,3,5,5,4,3,4 verdict:follow reason:契合", "lead.screen",
            ["L-7", "scores:4,3,5,5,4,3,4", "verdict:follow", "reason:契合"]),
        ParsedLine("lead screen L-7 --return", "lead.screen", ["L-7"], options: ["return": []]),
        ParsedLine("lead note L-7 来访 +来访", "lead.note", ["L-7", "来访", "+来访"]),
        ParsedLine("lead note L-7 已答复 --feedback", "lead.note", ["L-7", "已答复"], options: ["feedback": []]),
        ParsedLine("lead transfer L-7 to:永川区 reason:用地", "lead.transfer", ["L-7", "to:永川区", "reason:用地"]),
        ParsedLine("lead merge L-9 into:L-3", "lead.merge", ["L-9", "into:L-3"]),
        ParsedLine("lead unmerge L-9", "lead.unmerge", ["L-9"]),
        ParsedLine("lead reopen L-9", "lead.reopen", ["L-9"]),
        ParsedLine("claim list state:pending", "claim.list", ["state:pending"]),
        ParsedLine("claim show C-1", "claim.show", at: ["id": "C-1"]),
        ParsedLine("claim file @某集团 amount:12亿 evidence:纪要", "claim.file", ["@某集团", "amount:12亿", "evidence:纪要"]),
        ParsedLine("claim extend C-1 reason:董事会", "claim.extend", ["C-1", "reason:董事会"]),
        ParsedLine("claim release C-1 reason:外地", "claim.release", ["C-1", "reason:外地"]),
        ParsedLine("claim arbitrate C-2 for:C-2 reason:纪要", "claim.arbitrate", ["C-2", "for:C-2", "reason:纪要"]),
        ParsedLine("watch", "watch"),
        ParsedLine("calendar feed --officer O-4", "calendar.feed", options: ["officer": ["O-4"]]),
        ParsedLine("notify list", "notify.list"),
        ParsedLine("notify log --limit 5", "notify.log", options: ["limit": ["5"]]),
        ParsedLine("notify add code:desk kind:mail", "notify.add", ["code:desk", "kind:mail"]),
        ParsedLine("notify edit desk active:no", "notify.edit", ["desk", "active:no"]),
        ParsedLine("notify test desk", "notify.test", ["desk"]),
        ParsedLine("notify retry 3", "notify.retry", ["3"]),
    ]
}
