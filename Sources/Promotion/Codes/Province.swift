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

    /// 浙江, Zhejiang of `330000` and of every code in it.
    public static func name(of code: String) -> Phrase? { names[code.prefix(2) + "0000"] }

    private static let codes = Dictionary(all.map { ($0.zh, $0.code) }) { first, _ in first }
    private static let names = Dictionary(all.map { ($0.code, Phrase(zh: $0.zh, en: $0.en)) }) { first, _ in first }

    private static let all: [(code: String, zh: String, en: String)] = [
        ("110000", "北京", "Beijing"), ("120000", "天津", "Tianjin"), ("130000", "河北", "Hebei"),
        ("140000", "山西", "Shanxi"), ("150000", "内蒙古", "Inner Mongolia"), ("210000", "辽宁", "Liaoning"),
        ("220000", "吉林", "Jilin"), ("230000", "黑龙江", "Heilongjiang"), ("310000", "上海", "Shanghai"),
        ("320000", "江苏", "Jiangsu"), ("330000", "浙江", "Zhejiang"), ("340000", "安徽", "Anhui"),
        ("350000", "福建", "Fujian"), ("360000", "江西", "Jiangxi"), ("370000", "山东", "Shandong"),
        ("410000", "河南", "Henan"), ("420000", "湖北", "Hubei"), ("430000", "湖南", "Hunan"),
        ("440000", "广东", "Guangdong"), ("450000", "广西", "Guangxi"), ("460000", "海南", "Hainan"),
        ("500000", "重庆", "Chongqing"), ("510000", "四川", "Sichuan"), ("520000", "贵州", "Guizhou"),
        ("530000", "云南", "Yunnan"), ("540000", "西藏", "Tibet"), ("610000", "陕西", "Shaanxi"),
        ("620000", "甘肃", "Gansu"), ("630000", "青海", "Qinghai"), ("640000", "宁夏", "Ningxia"),
        ("650000", "新疆", "Xinjiang"), ("710000", "台湾", "Taiwan"), ("810000", "香港", "Hong Kong"),
        ("820000", "澳门", "Macao"),
    ]
}
