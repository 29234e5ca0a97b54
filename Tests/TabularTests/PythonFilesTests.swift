import Labels
import Tabular
import Testing

@Suite(.enabled(if: OracleFiles.python != nil || OracleFiles.isRequired, "ZS_ORACLE_PYTHON is not set"))
struct PythonFilesTests {
    let oracle: OracleFiles

    init() throws { oracle = try OracleFiles.shared.get() }

    @Test func everyFileSaysWhatItsWriterSays() throws {
        #expect(oracle.tables.count >= 28)
        for (name, expected) in oracle.tables.sorted(by: { $0.key < $1.key }) {
            let sheet = try TabularReader.read(#require(oracle.files[name]))
            let rows = sheet.rows.map(OracleFiles.ExpectedRow.init)
            #expect(rows.count == expected.count, "\(name)")
            let difference = zip(rows, expected).first { $0 != $1 }
            #expect(difference == nil, "\(name)")
        }
    }

    @Test func aHiddenSheetIsReadByNameOnly() throws {
        let bytes = try #require(oracle.files["values.xlsx"])
        let first = try TabularReader.read(bytes)
        #expect(first.format == .xlsx(sheet: "线索台账", sheets: ["隐藏", "线索台账", "其他"]))
        let hidden = try TabularReader.read(bytes, sheet: "隐藏")
        #expect(hidden.rows.map { $0.cells.map(\.text) } == [["not this one"]])
        #expect(throws: TabularProblem.noSuchSheet("没有", sheets: ["隐藏", "线索台账", "其他"])) {
            try TabularReader.read(bytes, sheet: "没有")
        }
    }

    @Test func aHostileFileIsRefusedWithItsReason() throws {
        #expect(oracle.problems.count >= 16)
        for (name, code) in oracle.problems.sorted(by: { $0.key < $1.key }) {
            let bytes = try #require(oracle.files[name])
            let problem = #expect(throws: TabularProblem.self, "\(name)") { try TabularReader.read(bytes) }
            #expect(problem?.code == code, "\(name)")
            #expect(problem?.message.zh.isEmpty == false && problem?.hint.en.isEmpty == false)
        }
    }

    @Test func aDirectoryThatUnderstatesAFileDoesNotWidenTheLimit() throws {
        let bytes = try #require(oracle.files["lying.xlsx"])
        // libzip may say that the lengths disagree, or give what there is: never more than the limit.
        _ = try? TabularReader.read(bytes)
        var limits = TabularLimits()
        limits.expandedBytes = 100
        #expect(throws: TabularProblem.self) { try TabularReader.read(bytes, limits: limits) }
    }

    /// Flips, cuts, doubles and fills parts of good files: each gives rows or a problem, and no crash.
    @Test func brokenFilesGiveAProblemAndNeverACrash() throws {
        var chance = Chance(seed: 20_261_123)
        let names = [
            "by-hand.xlsx", "values.xlsx", "formats.xlsx", "encoding-gb18030.csv", "encoding-utf-16-le.csv",
            "delimiter-2c-0d0a.csv",
        ]
        var limits = TabularLimits()
        limits.cells = 100_000
        var refused = 0
        for name in names {
            let good = try #require(oracle.files[name])
            for _ in 0..<400 {
                var bytes = good
                for _ in 0...chance.below(4) { bytes = chance.mutation(of: bytes) }
                do {
                    let sheet = try TabularReader.read(bytes, limits: limits)
                    #expect(!sheet.rows.isEmpty)
                } catch {
                    refused += 1
                }
            }
        }
        #expect(refused > 300)
    }
}

/// Numbers that are the same in each run (SplitMix64).
struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    mutating func mutation(of bytes: [UInt8]) -> [UInt8] {
        guard bytes.count > 8 else { return bytes }
        var bytes = bytes
        let place = below(bytes.count)
        switch below(5) {
        case 0: bytes[place] ^= UInt8(1 << below(8))
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + below(40)))
        case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: below(bytes.count))
        case 3: bytes = Array(bytes[..<max(8, place)])
        default: for index in place..<min(bytes.count, place + 4) { bytes[index] = UInt8(below(256)) }
        }
        return bytes
    }
}
