/// Words for lines of the log that nobody typed.
public enum EntryLabel {
    public static let zero = Phrase(zh: "零报告", en: "nothing to report")

    /// What another verb did, with the record it was about.
    public static func automatic(verb: String, subject: String) -> Phrase {
        guard let act = acts[verb] else { return Phrase("\(verb) \(subject)") }
        return Phrase(zh: "\(act.zh) \(subject)", en: "\(act.en) \(subject)")
    }

    static let acts: PhraseTable = [
        "task.submit": Phrase(zh: "提交任务", en: "submitted"),
        "task.accept": Phrase(zh: "通过任务", en: "accepted"),
        "task.return": Phrase(zh: "退回任务", en: "returned"),
        "task.waive": Phrase(zh: "豁免任务", en: "waived"),
        "target.set": Phrase(zh: "设定目标", en: "set the target of"),
        "report.freeze": Phrase(zh: "冻结报告", en: "froze"),
        "report.reissue": Phrase(zh: "重发报告", en: "reissued"),
        "officer.leave": Phrase(zh: "登记请假", en: "recorded leave of"),
    ]
}
