/// The provinces of the east, where transferred industry comes from (K18), by GB/T 2260 code and name.
public struct EasternProvinces: Sendable {
    private let names: [String: String]

    public init() { names = [:] }

    /// Columns `province_code, province_zh, province_en`.
    public init(csv: String) throws(CodeListProblem) {
        let list = try CodeList(csv: csv, requiring: ["province_code", "province_zh", "province_en"])
        var names: [String: String] = [:]
        for row in list.rows {
            names[try row.required("province_code")] = try row.required("province_zh")
        }
        self.names = names
    }

    /// Whether a division, by its code, lies in one of them.
    public func contains(_ division: String) -> Bool { names[String(division.prefix(2)) + "0000"] != nil }

    /// The code of a province by its name, with or without 省 or 市.
    public func code(named text: String) -> String? {
        names.first { $0.value == text || $0.value.dropLast() == text }?.key
    }
}
