import Foundation
import Testing

/// Every row of `Tests/Vectors/kpi.csv` through the real client and daemon; its README names the sources.
@Suite(.serialized)
struct IndicatorSerial {
    @Test func publishedFiguresAreReproduced() throws {
        let daemon = try TemporaryRoot.daemon(at: "2026-11-26T08:00")
        defer { daemon.root.remove() }
        let rows = try VectorFile.rows("kpi")
        #expect(rows.count == 33)
        for row in rows {
            let inputs = (row["inputs"] ?? "").split(separator: ";").map(String.init)
            let decimals = row["decimals"] ?? ""
            // K14 and its kin by their code; what has no code by its Chinese name.
            let name = row["kpi"] ?? ""
            let words = name.split(separator: " ").map(String.init)
            let document = try daemon.document(
                ["indicator", "eval", words[0]] + inputs + ["--decimals", decimals])
            let expected = row["expected"] ?? ""
            guard !expected.isEmpty else {
                #expect(document["value"] == .absent, "\(row)")
                #expect(document["text_zh"].string == "—", "\(row)")
                #expect(document["text_en"].string == "—", "\(row)")
                continue
            }
            for text in [document["text_zh"].string, document["text_en"].string] {
                let digits = (text ?? "").filter { "0"..."9" ~= $0 || $0 == "." || $0 == "-" }
                #expect(digits == expected, "\(row)")
            }
            // By the whole name, too.
            let named = try daemon.document(["indicator", "eval", name] + inputs + ["--decimals", decimals])
            #expect(named["text_zh"] == document["text_zh"], "\(row)")
            #expect(named["indicator"] == document["indicator"], "\(row)")
        }
    }

    @Test func everyIndicatorIsListedAndShown() throws {
        let daemon = try TemporaryRoot.daemon(at: "2026-11-26T08:00")
        defer { daemon.root.remove() }
        let listed = try daemon.document("indicator", "list")["indicators"].items.compactMap { $0["key"].string }
        for code in 1...32 {
            let shown = try daemon.document("indicator", "show", "K\(code)")["indicators"].items
            #expect(!shown.isEmpty, "K\(code)")
            for indicator in shown { #expect(listed.contains(indicator["key"].string ?? "")) }
        }
    }
}
