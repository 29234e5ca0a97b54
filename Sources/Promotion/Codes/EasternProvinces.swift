/// The provinces of the east, where transferred industry comes from (K18), by GB/T 2260 code.
public struct EasternProvinces: Sendable {
    private let codes: Set<String>

    public init() { codes = [] }

    /// Columns `province_code, province_zh, province_en`.
    public init(csv: String) throws(CodeListProblem) {
        let list = try CodeList(csv: csv, requiring: ["province_code", "province_zh", "province_en"])
        var codes: Set<String> = []
        for row in list.rows { codes.insert(try row.required("province_code")) }
        self.codes = codes
    }

    /// Whether a division, by its code, lies in one of them.
    public func contains(_ division: String) -> Bool { codes.contains(division.prefix(2) + "0000") }
}
