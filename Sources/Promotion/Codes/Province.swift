public import Labels

/// Province-level divisions by the names people use.
/// Source: GB/T 2260; the names without their suffix, as in `上海`, `广东`.
public enum Province {
    /// `310000` of `上海`, `上海市`.
    public static func code(named text: String) -> String? {
        if let code = codes[text] { return code }
        for suffix in ["省", "市", "自治区", "壮族自治区", "回族自治区", "维吾尔自治区", "特别行政区"]
        where text.hasSuffix(suffix) {
            if let code = codes[String(text.dropLast(suffix.count))] { return code }
        }
        return nil
    }

    /// `上海` of `310000` and of every code below it.
    public static func name(of division: String) -> Phrase? { names[String(division.prefix(2))] }

    private static let names: [String: Phrase] = Dictionary(
        uniqueKeysWithValues: codes.map {
            ($0.value.prefix(2).description, Phrase(zh: $0.key, en: english[$0.key] ?? $0.key))
        })

    private static let english: [String: String] = [
        "北京": "Beijing", "天津": "Tianjin", "河北": "Hebei", "山西": "Shanxi", "内蒙古": "Inner Mongolia", "辽宁": "Liaoning",
        "吉林": "Jilin", "黑龙江": "Heilongjiang", "上海": "Shanghai", "江苏": "Jiangsu", "浙江": "Zhejiang", "安徽": "Anhui",
        "福建": "Fujian", "江西": "Jiangxi", "山东": "Shandong", "河南": "Henan", "湖北": "Hubei", "湖南": "Hunan",
        "广东": "Guangdong", "广西": "Guangxi", "海南": "Hainan", "重庆": "Chongqing", "四川": "Sichuan", "贵州": "Guizhou",
        "云南": "Yunnan", "西藏": "Tibet", "陕西": "Shaanxi", "甘肃": "Gansu", "青海": "Qinghai", "宁夏": "Ningxia",
        "新疆": "Xinjiang", "台湾": "Taiwan", "香港": "Hong Kong", "澳门": "Macao",
    ]

    private static let codes: [String: String] = [
        "北京": "110000", "天津": "120000", "河北": "130000", "山西": "140000", "内蒙古": "150000", "辽宁": "210000",
        "吉林": "220000", "黑龙江": "230000", "上海": "310000", "江苏": "320000", "浙江": "330000", "安徽": "340000",
        "福建": "350000", "江西": "360000", "山东": "370000", "河南": "410000", "湖北": "420000", "湖南": "430000",
        "广东": "440000", "广西": "450000", "海南": "460000", "重庆": "500000", "四川": "510000", "贵州": "520000",
        "云南": "530000", "西藏": "540000", "陕西": "610000", "甘肃": "620000", "青海": "630000", "宁夏": "640000",
        "新疆": "650000", "台湾": "710000", "香港": "810000", "澳门": "820000",
    ]
}
