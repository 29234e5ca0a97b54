/// A folded name while it is taken apart.
struct EnterpriseNameWords {
    /// Letters, ideographs and digits; Latin words keep one space between them until the end.
    private var text: String
    private(set) var places: Set<String> = []

    init(_ folded: String) {
        text = folded
    }

    /// Without the spaces that only divided Latin words.
    var rest: String {
        let joined = text.filter { $0 != " " }
        return joined.isEmpty ? text.filter { !$0.isWhitespace } : joined
    }

    // MARK: Brackets

    /// A place in brackets goes, what else stands in them stays; the brackets and all punctuation become spaces.
    mutating func dropBracketedPlaces() {
        var kept = ""
        var inside: String?
        for character in text {
            if let held = inside {
                guard Self.closing.contains(character) else {
                    inside = held + String(character)
                    continue
                }
                if let place = Self.place(held) { places.insert(place) } else { kept += " " + held + " " }
                inside = nil
            } else if Self.opening.contains(character) {
                inside = ""
            } else {
                kept.append(character)
            }
        }
        let whole = kept + (inside ?? "")
        text = String(whole.map { $0.isLetter || $0.isNumber ? $0 : $0 == "." || $0 == "'" ? "\u{0}" : " " })
            .filter { $0 != "\u{0}" }.split(separator: " ").joined(separator: " ")
    }

    private static func place(_ text: String) -> String? {
        let name = text.filter { $0.isLetter }
        return short(name)
    }

    // MARK: Legal forms

    mutating func dropLegalForms() {
        var changed = true
        // A name that is nothing but a form keeps it.
        while changed, !Self.chineseForms.contains(text) {
            changed = false
            for form in Self.chineseForms where text.hasSuffix(form) {
                changed = shorten(to: text.dropLast(form.count)) || changed
            }
            if let last = text.split(separator: " ").last, Self.latinForms.contains(String(last)) {
                changed = shorten(to: text.dropLast(last.count)) || changed
            }
        }
    }

    private mutating func shorten(to shorter: Substring) -> Bool {
        let trimmed = String(shorter.reversed().drop { $0 == " " }.reversed())
        guard trimmed.contains(where: { $0 != " " }) else { return false }
        text = trimmed
        return true
    }

    // MARK: Places in front

    mutating func dropLeadingPlaces() {
        while let (place, rest) = Self.leadingPlace(text) {
            let left = rest.drop { $0 == " " }
            guard left.filter({ $0 != " " }).count >= 3 else { return }
            places.insert(place)
            text = String(left)
        }
    }

    private static func leadingPlace(_ text: String) -> (String, Substring)? {
        if let word = text.split(separator: " ").first, let place = latinPlaces[String(word)],
            word.endIndex != text.endIndex
        {
            return (place, text[word.endIndex...])
        }
        for length in stride(from: min(8, text.count), through: 2, by: -1) {
            let end = text.index(text.startIndex, offsetBy: length)
            if let place = chinesePlaces[String(text[..<end])] { return (place, text[end...]) }
        }
        // A town that is in no list still ends in 市 or 省: 如皋市…
        let start = Array(text.prefix(4))
        for length in [3, 4] where start.count >= length && (start[length - 1] == "市" || start[length - 1] == "省") {
            guard start.allSatisfy({ $0.isLetter && !$0.isASCII }),
                !noTowns.contains(String(start[(length - 2)..<length]))
            else { return nil }
            return (String(start[..<(length - 1)]), text.dropFirst(length))
        }
        return nil
    }

    private static func short(_ name: String) -> String? {
        if let place = chinesePlaces[name] ?? latinPlaces[name] { return place }
        guard name.count >= 3, name.count <= 5, let last = name.last, "市省县区州".contains(last) else { return nil }
        return String(name.dropLast())
    }

    // MARK: Lists

    private static let opening = Set<Character>("([{<〈《「『【〔")
    private static let closing = Set<Character>(")]}>〉》」』】〕")

    /// Longer ones first, so that the whole form goes.
    private static let chineseForms = [
        "股份有限责任公司", "集团股份有限公司", "有限责任公司", "股份有限公司", "集团有限公司", "有限合伙企业", "普通合伙企业", "特殊普通合伙",
        "合伙企业", "有限合伙", "普通合伙", "个人独资企业", "有限公司", "无限公司", "株式会社", "总公司", "集团公司", "股份公司", "公司", "股份", "集团",
    ]

    private static let latinForms: Set<String> = [
        "co", "ltd", "limited", "company", "inc", "incorporated", "corp", "corporation", "llc", "llp", "lp", "plc",
        "gmbh",
        "ag", "kg", "se", "sa", "sas", "sarl", "srl", "spa", "bv", "nv", "ab", "as", "oy", "pte", "pty", "sdn", "bhd",
        "kk",
        "jsc", "pjsc", "ooo", "pvt", "group", "holding", "holdings", "the", "and",
    ]

    /// Endings in 市 and 省 that are no town.
    private static let noTowns: Set<String> = ["超市", "城市", "都市", "股市", "上市", "门市", "夜市", "集市", "菜市", "楼市", "反省"]

    /// Every way of writing a place, to its short name.
    private static let chinesePlaces: [String: String] = {
        var places = ["中国": "中国", "中华人民共和国": "中国"]
        for name in provinces {
            for ending in ["", "省", "市"] { places[name + ending] = name }
        }
        for (name, long) in [
            ("内蒙古", "内蒙古自治区"), ("广西", "广西壮族自治区"), ("西藏", "西藏自治区"), ("宁夏", "宁夏回族自治区"),
            ("新疆", "新疆维吾尔自治区"), ("香港", "香港特别行政区"), ("澳门", "澳门特别行政区"),
        ] { places[long] = name }
        for name in cities { for ending in ["", "市"] { places[name + ending] = name } }
        for name in districts { places[name + "区"] = name }
        return places
    }()

    private static let provinces = [
        "北京", "天津", "上海", "重庆", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北",
        "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "台湾", "内蒙古", "广西", "西藏", "宁夏", "新疆", "香港", "澳门",
    ]
    private static let cities = [
        "深圳", "广州", "东莞", "佛山", "珠海", "中山", "惠州", "江门", "汕头", "湛江", "肇庆", "厦门", "福州", "泉州", "漳州", "宁德", "莆田", "杭州",
        "宁波", "温州", "嘉兴", "湖州", "绍兴", "金华", "台州", "义乌", "南京", "苏州", "无锡", "常州", "徐州", "南通", "扬州", "盐城", "镇江", "泰州",
        "昆山", "合肥", "芜湖", "马鞍山", "南昌", "九江", "赣州", "济南", "青岛", "烟台", "潍坊", "威海", "郑州", "洛阳", "武汉", "襄阳", "宜昌", "长沙",
        "株洲", "湘潭", "成都", "绵阳", "德阳", "宜宾", "泸州", "南充", "达州", "广安", "遂宁", "内江", "自贡", "贵阳", "遵义", "昆明", "西安", "宝鸡",
        "咸阳", "兰州", "太原", "石家庄", "唐山", "保定", "沈阳", "大连", "长春", "哈尔滨", "南宁", "柳州", "桂林", "海口", "三亚", "呼和浩特", "包头",
        "银川", "西宁", "乌鲁木齐", "拉萨",
    ]
    private static let districts = [
        "万州", "涪陵", "渝中", "大渡口", "江北", "沙坪坝", "九龙坡", "南岸", "北碚", "綦江", "大足", "渝北", "巴南", "黔江", "长寿", "江津", "合川", "永川",
        "南川", "璧山", "铜梁", "潼南", "荣昌", "开州", "梁平", "武隆", "两江新", "浦东新", "滨海新",
    ]

    private static let latinPlaces: [String: String] = {
        let spellings = [
            ("中国", "china prc"), ("重庆", "chongqing"), ("上海", "shanghai"), ("北京", "beijing"), ("天津", "tianjin"),
            ("深圳", "shenzhen"), ("广州", "guangzhou"), ("东莞", "dongguan"), ("杭州", "hangzhou"), ("宁波", "ningbo"),
            ("苏州", "suzhou"), ("无锡", "wuxi"), ("南京", "nanjing"), ("成都", "chengdu"), ("武汉", "wuhan"),
            ("西安", "xian"), ("青岛", "qingdao"), ("大连", "dalian"), ("厦门", "xiamen"), ("合肥", "hefei"),
            ("长沙", "changsha"), ("香港", "hongkong hk"), ("台湾", "taiwan"), ("江苏", "jiangsu"), ("浙江", "zhejiang"),
            ("广东", "guangdong"), ("四川", "sichuan"), ("山东", "shandong"), ("福建", "fujian"),
        ]
        var places: [String: String] = [:]
        for (place, words) in spellings { for word in words.split(separator: " ") { places[String(word)] = place } }
        return places
    }()
}
