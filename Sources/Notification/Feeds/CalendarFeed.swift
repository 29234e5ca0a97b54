public import WorkCalendar

/// A calendar that other programs subscribe to: RFC 5545, with the properties of RFC 7986.
public struct CalendarFeed: Sendable {
    /// One task as an event at its due time.
    public struct Entry: Sendable {
        public enum Status: String, Sendable {
            case tentative = "TENTATIVE"
            case confirmed = "CONFIRMED"
            case cancelled = "CANCELLED"
        }

        /// Stays the same for ever, whatever moves: rule or record, whose it is, which occurrence.
        public var identity: String
        public var title: String
        public var details: String
        public var dueAt: Instant
        /// 0 for what is foretold, 1 for the task that came of it, one more for each move of its due time.
        public var revision: Int
        public var status: Status
        /// The due time rests on a calendar that is not published.
        public var provisional: Bool
        /// Somebody still has to act, and is reminded an hour before.
        public var alarms: Bool

        public init(
            identity: String, title: String, details: String, dueAt: Instant, revision: Int, status: Status,
            provisional: Bool, alarms: Bool
        ) {
            self.identity = identity
            self.title = title
            self.details = details
            self.dueAt = dueAt
            self.revision = revision
            self.status = status
            self.provisional = provisional
            self.alarms = alarms
        }
    }

    public var name: String
    public var entries: [Entry]

    public init(name: String, entries: [Entry]) {
        self.name = name
        self.entries = entries
    }

    /// - Parameter now: the moment the feed was made.
    /// - Returns: lines ended by CR LF, none longer than 75 bytes.
    public func text(now: Instant, version: String) -> String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Zhaoshang//zs \(version)//ZH", "CALSCALE:GREGORIAN",
            "NAME:\(Self.escaped(name))", "X-WR-CALNAME:\(Self.escaped(name))", "X-WR-TIMEZONE:Asia/Shanghai",
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H",
        ]
        lines += Self.zone
        for entry in entries { lines += Self.event(entry, now) }
        lines.append("END:VCALENDAR")
        return lines.map(Self.folded).joined()
    }

    /// +08:00 since the last summer time ended, on 15 September 1991: the tz database, zone Asia/Shanghai.
    private static let zone = [
        "BEGIN:VTIMEZONE", "TZID:Asia/Shanghai", "BEGIN:STANDARD", "DTSTART:19910915T020000", "TZOFFSETFROM:+0900",
        "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE",
    ]

    private static func event(_ entry: Entry, _ now: Instant) -> [String] {
        var lines = [
            "BEGIN:VEVENT", "UID:\(escaped(entry.identity))@zhaoshang", "DTSTAMP:\(utc(now))",
            "DTSTART;TZID=Asia/Shanghai:\(local(entry.dueAt))", "SEQUENCE:\(entry.revision)",
            "SUMMARY:\(entry.provisional ? "~ " : "")\(escaped(entry.title))",
            "DESCRIPTION:\(escaped(entry.details))", "STATUS:\(entry.status.rawValue)", "TRANSP:TRANSPARENT",
        ]
        if entry.alarms {
            lines += [
                "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT1H", "DESCRIPTION:\(escaped(entry.title))", "END:VALARM",
            ]
        }
        return lines + ["END:VEVENT"]
    }

    /// RFC 5545 3.3.11.
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\\": "\\\\"
            case ";": "\\;"
            case ",": "\\,"
            case "\n": "\\n"
            default: scalar.value < 0x20 || scalar.value == 0x7F ? "" : String(scalar)
            }
        }.joined()
    }

    /// RFC 5545 3.1: at most 75 bytes a line, and no character is cut.
    static func folded(_ line: String) -> String {
        var result = ""
        var length = 0
        for scalar in line.unicodeScalars {
            let size = String(scalar).utf8.count
            if length + size > 75 {
                result += "\r\n "
                length = 1
            }
            result.unicodeScalars.append(scalar)
            length += size
        }
        return result + "\r\n"
    }

    private static func local(_ instant: Instant) -> String {
        digits(instant.date.description) + "T" + digits(instant.timeOfDay.description) + "00"
    }

    private static func utc(_ instant: Instant) -> String {
        // Eight hours earlier, written as if it were local.
        let shifted = instant + -8 * Instant.hour
        let second = (instant.milliseconds / 1_000) % 60
        return digits(shifted.date.description) + "T" + digits(shifted.timeOfDay.description)
            + (second < 10 ? "0\(second)" : "\(second)") + "Z"
    }

    private static func digits(_ text: String) -> String { String(text.filter(\.isNumber)) }
}
