public import Labels

/// An economic circle (长三角, 京津冀, 粤港澳, 成渝) with the provinces that belong to it.
public struct Circle: Hashable, Sendable {
    /// `YRD`, `JJJ`, `GBA`, `CY`.
    public let code: String
    public let name: Phrase
    public let provinces: [Province]

    public struct Province: Hashable, Sendable {
        /// Six digits ending in `0000`.
        public let code: String
        public let name: Phrase
        /// False when the circle covers only part of the province, so that a match by province is an approximation.
        public let isWhole: Bool
    }
}

/// The economic circles by province.
public struct CircleTable: Sendable {
    /// In the order of the list.
    public let circles: [Circle]
    private let byProvince: [String: Circle]

    /// Columns `circle, circle_zh, circle_en, province_code, province_zh, province_en, coverage`.
    public init(csv: String) throws(CodeListProblem) {
        let columns = ["circle", "circle_zh", "circle_en", "province_code", "province_zh", "province_en", "coverage"]
        let list = try CodeList(csv: csv, requiring: columns)
        var order: [String] = []
        var names: [String: Phrase] = [:]
        var provinces: [String: [Circle.Province]] = [:]
        for row in list.rows {
            let circle = try row.required("circle")
            let coverage = try row.required("coverage")
            guard ["whole", "part"].contains(coverage) else {
                throw .value(column: "coverage", value: coverage, line: row.line)
            }
            if names[circle] == nil { order.append(circle) }
            names[circle] = Phrase(zh: try row.required("circle_zh"), en: try row.required("circle_en"))
            provinces[circle, default: []].append(
                Circle.Province(
                    code: try row.required("province_code"),
                    name: Phrase(zh: try row.required("province_zh"), en: try row.required("province_en")),
                    isWhole: coverage == "whole"))
        }
        circles = order.map { Circle(code: $0, name: names[$0] ?? Phrase($0), provinces: provinces[$0] ?? []) }
        byProvince = Dictionary(circles.flatMap { circle in circle.provinces.map { ($0.code, circle) } }) { first, _ in
            first
        }
    }

    /// The circle of a division's province; `division` is any six-digit code.
    public func circle(ofDivision division: String) -> Circle? {
        byProvince[division.prefix(2) + "0000"]
    }
}
