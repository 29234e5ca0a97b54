import Crypto
import FoundationEssentials
import ReportModel

/// The bytes of a frozen report and their hash.
enum FrozenModel {
    /// Canonical JSON: sorted keys, without hashes and without words that people typed.
    static func bytes(_ report: Report) throws -> [UInt8] {
        var plain = report.mapText { reference in
            var reference = reference
            reference.resolved = nil
            return reference
        }
        plain.hash = nil
        plain.previousHash = nil
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(plain))
    }

    /// Lower-case hexadecimal SHA-256 of the model and the hash it continues.
    static func hash(_ model: some Sequence<UInt8>, after previous: String?) -> String {
        var hasher = SHA256()
        hasher.update(data: Array(model))
        hasher.update(data: Array((previous ?? "").utf8))
        let digits = Array("0123456789abcdef".utf8)
        let text = hasher.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    static func report(_ fact: ReportFrozen) throws -> Report {
        var report = try JSONDecoder().decode(Report.self, from: Data(fact.model.utf8))
        report.hash = fact.hash
        report.previousHash = fact.previousHash
        return report
    }
}
