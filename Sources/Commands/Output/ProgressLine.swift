import Labels
import TextLayout
import WireAPI

/// How far a command is, in one line of a terminal: `写入 12,500/100,000 [==>             ] 12% 3s`.
struct ProgressLine: Sendable {
    let language: Language
    /// Columns of the terminal; nil when nobody knows.
    let width: Int?

    private static let longestBar = 30
    private static let shortestBar = 8

    func text(_ progress: ProgressDocument?, seconds: Int) -> String {
        let time = seconds > 0 ? " \(seconds)s" : ""
        guard let progress else { return (language == .zh ? "等待 zsd …" : "waiting for zsd …") + time }
        guard let done = progress.done, let total = progress.total, total > 0 else {
            return stage(progress.stage) + " …" + time
        }
        let share = min(1, max(0, Double(done) / Double(total)))
        let head = "\(stage(progress.stage)) \(Self.grouped(done))/\(Self.grouped(total)) "
        let tail = "\(Int(share * 100))%" + time
        // The last column stays free: some terminals wrap when it is filled.
        let room = (width ?? 80) - 1 - DisplayWidth.of(head + tail) - 3
        guard room >= Self.shortestBar else { return head + tail }
        return head + bar(share, min(room, Self.longestBar)) + " " + tail
    }

    /// In ASCII: block elements are two columns wide in some Chinese terminals, and one in others.
    private func bar(_ share: Double, _ length: Int) -> String {
        let filled = Int(share * Double(length))
        let point = filled < length ? ">" : ""
        return "[" + String(repeating: "=", count: filled) + point
            + String(repeating: " ", count: max(0, length - filled - point.count)) + "]"
    }

    private func stage(_ stage: String) -> String {
        switch stage {
        case "reading": language == .zh ? "读取文件" : "reading the file"
        case "checking": language == .zh ? "核对" : "checking"
        case "recording": language == .zh ? "写入" : "recording"
        default: stage
        }
    }

    private static func grouped(_ number: Int) -> String {
        var digits = String(number)
        var parts: [String] = []
        while digits.count > 3 {
            parts.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return ([digits] + parts).joined(separator: ",")
    }
}
