import Foundation
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

    /// Every code of a province has the name of the list of the eastern ones, without its suffix.
    @Test func aProvinceHasItsNameInBothLanguages() throws {
        var root = URL(filePath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let text = try String(contentsOf: root.appending(path: "Config/codes/eastern.csv"), encoding: .utf8)
        let rows = text.split(separator: "\n").dropFirst().map { $0.split(separator: ",").map { String($0) } }
        #expect(rows.count > 8)
        for row in rows {
            let name = Province.name(of: row[0])
            #expect(name?.en == row[2])
            #expect(name.map { row[1].hasPrefix($0.zh) } == true, "\(row)")
        }
        // A district has the name of its province, and no code is its own name.
        #expect(Province.name(of: "330106")?.zh == "浙江")
        #expect(Province.name(of: "990000") == nil)
    }
}
