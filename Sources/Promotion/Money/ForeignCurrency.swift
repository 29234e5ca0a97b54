/// Marks of currencies other than the yuan: such amounts need a rate and its date, so they are never read as yuan.
enum ForeignCurrency {
    private static let chineseNames = [
        "美元", "美金", "欧元", "日元", "日圆", "英镑", "港元", "港币", "澳门元", "澳门币", "澳元", "加元", "韩元", "韩圆", "新元", "新加坡元", "新币",
        "新台币", "台币", "卢布", "法郎", "瑞郎", "卢比", "泰铢", "越南盾", "印尼盾", "林吉特", "令吉", "克朗", "比索", "雷亚尔", "迪拉姆", "里亚尔", "兰特",
        "里拉", "纽元", "外币",
    ]

    /// ISO 4217 codes of the currencies met in investment work, and their English names.
    private static let words: Set<String> = [
        "usd", "us", "eur", "gbp", "jpy", "hkd", "hk", "sgd", "krw", "twd", "ntd", "nt", "mop", "aud", "cad", "nzd",
        "chf", "rub", "inr", "thb", "vnd", "idr", "myr", "php", "sek", "nok", "dkk", "brl", "mxn", "zar", "try", "aed",
        "sar", "ils", "pln", "czk", "huf", "dollar", "dollars", "euro", "euros", "pound", "pounds", "yen", "won",
        "franc", "francs", "ruble", "rubles", "rouble", "roubles", "rupee", "rupees", "baht", "dong", "ringgit",
        "peso", "pesos",
    ]

    /// The first foreign mark in `text`, as written.
    static func mark(in text: String) -> String? {
        // Most amounts are made of nothing else, and the search for forty names costs more than the rest of the reading.
        if text.unicodeScalars.allSatisfy({
            $0.isDigit || $0 == "." || $0 == "," || "亿万千百元".unicodeScalars.contains($0)
        }) {
            return nil
        }
        for name in chineseNames where text.contains(name) { return name }
        if let symbol = text.unicodeScalars.first(where: {
            $0.properties.generalCategory == .currencySymbol && $0 != "¥"
        }) {
            return String(Character(symbol))
        }
        let latin = text.unicodeScalars.split { !$0.isASCIILetter }
        return latin.lazy.map { String($0) }.first { words.contains($0.lowercased()) }
    }
}
