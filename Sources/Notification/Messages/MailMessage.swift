import FoundationEssentials
import WorkCalendar

/// A mail as it goes over the wire: RFC 5322 with MIME, UTF-8 in base64, lines ended by CR LF.
public enum MailMessage {
    /// - Parameters:
    ///   - milliseconds: now, since 1970, for `Date`.
    ///   - post: its key becomes the `Message-ID`, so that a repeated delivery can be told.
    public static func bytes(_ post: Post, from: String, to: [String], milliseconds: Int64) -> [UInt8] {
        let now = Instant(milliseconds: milliseconds)
        let host = from.split(separator: "@").last.map(String.init) ?? "localhost"
        let identity = post.key.utf8.map { byte -> String in
            let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            return isPlain || byte == 0x2D ? String(UnicodeScalar(byte)) : "."
        }.joined()
        let head = [
            "Date: \(date(now))", "From: <\(from)>", "To: \(to.map { "<\($0)>" }.joined(separator: ",\r\n "))",
            "Message-ID: <\(identity)@\(host)>", "Subject: \(encodedWords(post.subject))", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
            "Auto-Submitted: auto-generated",
        ]
        let text = post.text.replacing("\n", with: "\r\n") + "\r\n"
        return Array(
            (head.joined(separator: "\r\n") + "\r\n\r\n" + wrapped(Data(text.utf8).base64EncodedString())).utf8)
    }

    /// RFC 5322 3.3: `Mon, 02 Mar 2026 17:30:00 +0800`.
    private static func date(_ now: Instant) -> String {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let (day, time) = (now.date, now.timeOfDay)
        let seconds = (now.milliseconds / 1_000) % 60
        return "\(day.weekday), \(two(day.day)) \(months[day.month - 1]) \(day.year) \(time):\(two(Int(seconds))) +0800"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// RFC 2047: words of at most 75 characters, none of which cuts a character.
    static func encodedWords(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), text.utf8.count <= 70 { return text }
        var words: [String] = []
        var current = ""
        for scalar in text.unicodeScalars {
            // 45 bytes are 60 characters of base64, and the frame has 12.
            if current.utf8.count + String(scalar).utf8.count > 45 {
                words.append(current)
                current = ""
            }
            current.unicodeScalars.append(scalar)
        }
        if !current.isEmpty { words.append(current) }
        return words.map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    private static func wrapped(_ base64: String) -> String {
        var lines = ""
        var rest = Substring(base64)
        while !rest.isEmpty {
            lines += rest.prefix(76) + "\r\n"
            rest = rest.dropFirst(76)
        }
        return lines
    }
}
