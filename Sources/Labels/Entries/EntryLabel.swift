/// Words for lines of the log that nobody typed.
public enum EntryLabel {
    public static let zero = Phrase(zh: "零报告", en: "nothing to report")

    /// What another verb did, with the record it was about.
    public static func automatic(verb: String, subject: String) -> Phrase {
        let label = VerbLabel.of(verb)
        return Phrase(zh: "\(label.zh) \(subject)", en: "\(label.en) \(subject)")
    }
}
