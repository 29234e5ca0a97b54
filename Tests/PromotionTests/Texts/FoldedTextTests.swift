import Foundation
import Testing

@testable import Promotion

struct FoldedTextTests {
    @Test(arguments: [
        ("ＡＢＣ　１２３", "abc 123"), ("①ﬁｶﾞ㈱", "1fiガ(株)"), ("Straße ΣΑΣ", "strasse σασ"), ("e\u{301}", "é"), ("𝐀𝟗", "a9"),
        ("豈", "豈"), ("园区Park", "园区park"), ("", ""),
    ])
    func widthCaseAndCompositionAreFolded(text: String, expected: String) {
        #expect(Array(FoldedText(text).text.unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test(
        .enabled(if: FoldingOracle.path != nil || FoldingOracle.isRequired, "ZS_ORACLE_PYTHON is not set"),
        arguments: [1, 2, 3] as [UInt64])
    func randomTextsFoldAsPythonSays(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        let texts = (0..<400).map { _ in
            (0..<(1 + random.below(8))).map { _ in FoldingOracle.scalar(&random) }
        }
        let lines = texts.map { $0.map { String($0.value, radix: 16, uppercase: true) }.joined(separator: " ") }
        let answers = try FoldingOracle.answers(lines)
        for (text, answer) in zip(texts, answers) {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: text)
            let folded = FoldedText(String(view)).scalars.map { String($0, radix: 16, uppercase: true) }
            #expect(folded.joined(separator: " ") == answer, "\(text)")
        }
    }

    @Test func aTermIsFoundWhereItStands() {
        let text = FoldedText("走访渝新能源，渝新")
        #expect(text.firstIndex(of: FoldedText("渝新")) == 2)
        #expect(text.firstIndex(of: FoldedText("新渝")) == nil)
        #expect(text.firstIndex(of: FoldedText("源,渝")) == 5)
        #expect(text.contains(FoldedText("走访渝新能源,渝新")))
        #expect(!FoldedText("渝").contains(FoldedText("渝新")))
    }
}

private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}

private enum FoldingOracle {
    static let path = ProcessInfo.processInfo.environment["ZS_ORACLE_PYTHON"].flatMap { $0.isEmpty ? nil : $0 }
    static let isRequired = ProcessInfo.processInfo.environment["REQUIRE_ALL"] == "1"

    /// Scalars that Unicode 14 assigns, from blocks where folding does something.
    static func scalar(_ random: inout SplitMix) -> Unicode.Scalar {
        let blocks: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0xA0...0x17F, 0x300...0x36F, 0x391...0x3A1, 0x3A3...0x3C9, 0x1E00...0x1EFF, 0x2100...0x218B,
            0x2460...0x24FF, 0x3000...0x303F, 0x3041...0x3096, 0x30A1...0x30FE, 0x3200...0x321E, 0x3300...0x33FF,
            0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFA6D, 0xFB00...0xFB06, 0xFF01...0xFFBE, 0x1F600...0x1F64F,
        ]
        let block = blocks[random.below(blocks.count)]
        let value = block.lowerBound + UInt32(random.below(block.count))
        return Unicode.Scalar(value).flatMap { $0.properties.generalCategory == .unassigned ? nil : $0 } ?? "渝"
    }

    static func answers(_ lines: [String]) throws -> [String] {
        let python = try #require(path, "REQUIRE_ALL=1 and ZS_ORACLE_PYTHON is not set")
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = [folder.appending(path: "Oracles/folding_oracle.py").path]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(lines.joined(separator: "\n").utf8))
        try input.fileHandleForWriting.close()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }
}
