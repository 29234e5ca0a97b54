import Labels
import Promotion
import WorkCalendar

/// An amount in another currency as people write it, the same for every record that has one:
/// `foreign:USD2000万 rate:7.1234 rate_on:2026-03-01`. `usd:2000万` says the same of US dollars.
enum ForeignReading {
    /// Each way of writing a key to its name.
    static let keys: [String: String] = [
        "foreign": "foreign", "外币": "foreign", "外资金额": "foreign", "usd": "usd", "美元": "usd", "rate": "rate",
        "汇率": "rate", "rate_on": "rate_on", "汇率日": "rate_on",
    ]

    /// The amount and what it counts for in whole yuan; nil where nothing of it was written.
    ///
    /// - Parameter present: what the record has; a rate alone is a new rate of it.
    static func amount(
        _ keyed: KeyedWords, present: ForeignAmount? = nil, today: CivilDate
    ) throws -> (amount: ForeignAmount, yuan: Money)? {
        let text = keyed.value("foreign") ?? keyed.value("usd").map { "USD" + $0 }
        let typedRate = keyed.value("rate")
        guard text != nil || typedRate != nil || keyed.value("rate_on") != nil else { return nil }
        let (currency, units) = try text.map(read) ?? present.map { ($0.currency, $0.amount) } ?? { throw form("") }()
        guard let rate = typedRate ?? (text == nil ? present?.rate : nil) else {
            throw ZhaoshangError(
                .incomplete, zh: "外币金额须写明汇率", en: "an amount in another currency needs its rate",
                hint: Phrase(zh: "补充：rate:7.1234 rate_on:\(today)", en: "add: rate:7.1234 rate_on:\(today)"),
                details: ["missing": ["rate"]])
        }
        let rateOn = try keyed.value("rate_on").map { try DateReading.date($0, today: today) } ?? today
        guard rateOn <= today else {
            throw ZhaoshangError(
                .badDate, zh: "汇率日 \(rateOn) 还没有到", en: "the day of the rate, \(rateOn), is in the future",
                details: ["rate_on": .text(rateOn.description)])
        }
        let amount = ForeignAmount(currency: currency, amount: units, rate: rate, rateOn: rateOn)
        guard ForeignAmount.isRate(rate), let yuan = amount.yuan else {
            throw form(text ?? "\(currency)\(units)", rate)
        }
        return (amount, yuan)
    }

    private static func read(_ text: String) throws -> (currency: String, units: Int64) {
        guard let (currency, amount) = ForeignAmount.parts(of: text), let units = try? Money(parsing: amount).yuan
        else {
            throw form(text)
        }
        return (currency, units)
    }

    private static func form(_ text: String, _ rate: String? = nil) -> ZhaoshangError {
        let written = [text, rate.map { "rate:\($0)" }].compactMap(\.self).joined(separator: " ")
        return ZhaoshangError(
            .badMoney, zh: "外币须写币种、整数金额和汇率：\(written)",
            en: "an amount in another currency is the currency, whole units of it and the rate: \(written)",
            hint: Phrase(
                zh: "例如：foreign:USD2000万 rate:7.1234 rate_on:2026-03-01",
                en: "for example: foreign:USD20M rate:7.1234 rate_on:2026-03-01"),
            details: ["foreign": .text(text), "rate": .text(rate ?? "")])
    }
}
