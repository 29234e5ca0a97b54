extension ForeignAmount {
    /// The currency that an amount is written with, before or behind it, and the amount without it: `USD20000000`,
    /// `20M USD`, `2000万美元`. The currency is its code of ISO 4217; nil when there is none or it is not known.
    public static func parts(of text: String) -> (currency: String, amount: String)? {
        let text = HalfWidth.text(text).filter { $0 != " " }
        for (name, code) in names where text.contains(name) {
            let amount = text.replacing(name, with: "", maxReplacements: 1)
            return amount.isEmpty ? nil : (code, amount)
        }
        for letters in [String(text.prefix(3)), String(text.suffix(3))] {
            let code = letters.uppercased()
            guard codes.contains(code) else { continue }
            let amount = letters == String(text.prefix(3)) ? text.dropFirst(3) : text.dropLast(3)
            return amount.isEmpty ? nil : (code, String(amount))
        }
        return nil
    }

    /// Names of currencies in Chinese; the longer one first where one holds another.
    private static let names: [(String, String)] = [
        ("美元", "USD"), ("美金", "USD"), ("欧元", "EUR"), ("日元", "JPY"), ("日圆", "JPY"), ("英镑", "GBP"), ("港元", "HKD"),
        ("港币", "HKD"), ("新加坡元", "SGD"), ("韩元", "KRW"), ("新台币", "TWD"), ("澳门元", "MOP"), ("澳元", "AUD"), ("加元", "CAD"),
        ("瑞士法郎", "CHF"), ("瑞郎", "CHF"), ("卢布", "RUB"), ("泰铢", "THB"), ("林吉特", "MYR"), ("越南盾", "VND"),
    ]

    /// ISO 4217: the currencies met in investment work.
    private static let codes: Set<String> = [
        "USD", "EUR", "GBP", "JPY", "HKD", "SGD", "KRW", "TWD", "MOP", "AUD", "CAD", "NZD", "CHF", "RUB", "INR", "THB",
        "VND", "IDR", "MYR", "PHP", "SEK", "NOK", "DKK", "BRL", "MXN", "ZAR", "TRY", "AED", "SAR", "QAR", "KWD", "ILS",
        "PLN", "CZK", "HUF", "KZT", "PKR", "BDT", "LKR", "MNT", "KHR", "LAK", "MMK", "EGP", "CLP", "ARS",
    ]
}
