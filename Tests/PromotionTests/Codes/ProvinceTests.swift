import Labels
import Promotion
import Testing

struct ProvinceTests {
    /// Codes of GB/T 2260.
    @Test(arguments: [
        ("上海", "310000"), ("上海市", "310000"), ("四川省", "510000"), ("内蒙古自治区", "150000"), ("广西壮族自治区", "450000"),
        ("新疆维吾尔自治区", "650000"), ("宁夏回族自治区", "640000"), ("香港特别行政区", "810000"), ("重庆", "500000"), ("江北", nil), ("", nil),
    ])
    func aProvinceIsKnownByItsName(name: String, code: String?) {
        #expect(Province.code(named: name) == code)
    }

    @Test(arguments: [("330000", "浙江", "Zhejiang"), ("310115", "上海", "Shanghai"), ("610100", "陕西", "Shaanxi")])
    func aDivisionLiesInAProvince(code: String, zh: String, en: String) {
        #expect(Province.name(of: code) == Phrase(zh: zh, en: en))
        #expect(Province.name(of: "990000") == nil)
    }
}
