import FoundationEssentials

/// What a receiver's HTTP answer means.
///
/// Codes and their sources stand in `Docs/notifications.md`.
public enum ReplyJudge {
    /// - Parameters:
    ///   - retryAfter: the value of `Retry-After`, RFC 9110 10.2.3.
    ///   - now: seconds since 1970, for a `Retry-After` that is a date.
    public static func judge(
        _ kind: Channel.Kind, status: Int, body: [UInt8], retryAfter: String? = nil, now: Int64
    ) -> DeliveryVerdict {
        let wait = retryAfter.flatMap { RetryAfter.milliseconds($0, now: now) }
        guard (200..<300).contains(status) else {
            // Feishu says some of its numbers with status 400.
            if kind == .feishu, status == 400, let code = answer(body)?.code {
                return robot(kind, code, answer(body)?.text ?? "", wait)
            }
            return transport(status, body, wait)
        }
        switch kind {
        case .wecom, .dingtalk, .feishu:
            guard let answer = answer(body), let code = answer.code else {
                return DeliveryVerdict(.failed, reason: "the answer is not the robot's JSON", unsure: true)
            }
            return robot(kind, code, answer.text, wait)
        case .webhook, .smtp, .command: return DeliveryVerdict(.delivered, code: String(status))
        }
    }

    private static func transport(_ status: Int, _ body: [UInt8], _ wait: Int64?) -> DeliveryVerdict {
        let said = answer(body).map { ": \($0.text)" } ?? ""
        let reason = "HTTP \(status)\(said)"
        switch status {
        case 300..<400:
            return DeliveryVerdict(.refused, code: "\(status)", reason: "\(reason) (redirects are not followed)")
        case 410: return DeliveryVerdict(.gone, code: "410", reason: reason)
        case 429: return DeliveryVerdict(.throttled, code: "429", reason: reason, retryAfter: wait)
        default:
            // RFC 9110 15.6.3 and 15.6.5: a gateway got no good answer, whatever became of what it passed on.
            return DeliveryVerdict(
                .failed, code: "\(status)", reason: reason, retryAfter: wait, unsure: status == 502 || status == 504)
        }
    }

    private static let throttles: [Channel.Kind: Set<Int>] = [
        // Frequency, concurrency.
        .wecom: [45009, 45033],
        // More than 20 in a minute, by its older number and its newer one; calls of all interfaces; calls of the day.
        .dingtalk: [130101, 410100, 90018, 90030],
        // Frequency of the robot, of the group, of the platform.
        .feishu: [11232, 11233, 99_991_400],
    ]
    /// The service is busy or broken, not the message.
    private static let passing: [Channel.Kind: Set<Int>] = [
        .wecom: [-1, 6000], .dingtalk: [-1], .feishu: [1500, 1663],
    ]

    private static func robot(_ kind: Channel.Kind, _ code: Int, _ text: String, _ wait: Int64?) -> DeliveryVerdict {
        if code == 0 { return DeliveryVerdict(.delivered, code: "0") }
        let reason = text.isEmpty ? "code \(code)" : text
        if throttles[kind]?.contains(code) == true {
            return DeliveryVerdict(.throttled, code: "\(code)", reason: reason, retryAfter: wait)
        }
        let isPassing = passing[kind]?.contains(code) == true
        return DeliveryVerdict(isPassing ? .failed : .refused, code: "\(code)", reason: reason, retryAfter: wait)
    }

    private struct Answer: Decodable {
        var errcode: Int?
        var errmsg: String?
        var code: Int?
        var statusCode: Int?
        var msg: String?
        var message: String?
        var error: String?

        enum CodingKeys: String, CodingKey {
            case errcode, errmsg, code, msg, message, error
            case statusCode = "StatusCode"
        }
    }

    private static func answer(_ body: [UInt8]) -> (code: Int?, text: String)? {
        guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(body)) else { return nil }
        let text = answer.errmsg ?? answer.msg ?? answer.message ?? answer.error ?? ""
        return (answer.errcode ?? answer.code ?? answer.statusCode, DeliveryVerdict.shown(text))
    }
}

/// The wait that an answer asks for: RFC 9110 10.2.3, seconds or an HTTP date.
enum RetryAfter {
    /// Nobody is waited for longer than this, in seconds.
    private static let longest: Int64 = 86_400

    static func milliseconds(_ text: String, now: Int64) -> Int64? {
        let value = text.trimmingPrefix { $0 == " " }
        if let seconds = Int64(value), seconds >= 0 { return min(seconds, longest) * 1_000 }
        guard let date = httpDate(String(value)) else { return nil }
        return min(max(date - now, 0), longest) * 1_000
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT` in seconds since 1970.
    private static func httpDate(_ text: String) -> Int64? {
        let words = text.split(separator: " ")
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), let year = Int(words[3]),
            let month = months.firstIndex(of: String(words[2])), (1...31).contains(day), (1970...9999).contains(year)
        else { return nil }
        let time = words[4].split(separator: ":").compactMap { Int64($0) }
        guard time.count == 3 else { return nil }
        // Days before the civil date, http://howardhinnant.github.io/date_algorithms.html
        let shifted = month < 2 ? year - 1 : year
        let era = shifted / 400
        let ofEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 10) % 12) + 2) / 5 + day - 1
        let days = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + dayOfYear - 719_468
        return Int64(days) * 86_400 + time[0] * 3_600 + time[1] * 60 + time[2]
    }
}
