import Identifiers
import Labels
import Promotion

/// The settings of assignment and how their texts are read.
enum AssignmentSettings {
    /// The table that the units' own chains and circles make.
    static let derivedRules = "auto"

    static let all: [SettingDefinition] = [
        SettingDefinition(
            key: "assignment.rules", defaultValue: derivedRules,
            meaning: Phrase(
                zh: "分派规则表，按优先级；auto 表示按机构的产业链与经济圈",
                en: "rules that send leads to units, by priority; auto: by the units' chains and circles"
            ),
            form:
                "auto | 10 chain:X circle:YRD region:44 amount:1亿.. foreign:yes language:en requires:en -> UNIT; 20 …",
            accepts: { text in
                text == derivedRules || (try? AssignmentRule.table(text) { _ in UnitID(1) })?.isEmpty == false
            },
            flaw: { text, tree in
                guard text != derivedRules else { return nil }
                do throws(AssignmentRuleProblem) {
                    _ = try AssignmentRule.table(text) { unit($0, tree) }
                    return nil
                } catch {
                    return problem(error)
                }
            }),
        SettingDefinition(
            key: "assignment.weights", defaultValue: AssignmentWeights.defaultText,
            meaning: Phrase(zh: "整批分派各项的权重", en: "weights of the terms of a batch"),
            form: AssignmentWeights.names.map { "\($0):0-1000" }.joined(separator: " "),
            accepts: { AssignmentWeights($0) != nil }),
        SettingDefinition(
            key: "assignment.default_capacity", defaultValue: "10",
            meaning: Phrase(zh: "未注明容量的人员可承担的线索数", en: "open leads of an officer whose capacity is not given"),
            form: "0-1000", accepts: { Int($0).map((0...1000).contains) ?? false }),
        SettingDefinition(
            key: "assignment.conflicts", defaultValue: "-",
            meaning: Phrase(
                zh: "利益冲突：人员不得承接的企业", en: "conflicts of interest: enterprises an officer may not deal with"),
            form: "O-3:E-7,E-9; O-4:E-2 | -",
            accepts: { $0 == "-" || !conflicts($0).isEmpty }),
    ]

    /// `O-3:E-7,E-9; O-4:E-2`; empty when a word is wrong.
    static func conflicts(_ text: String) -> [(officer: OfficerID, enterprise: EnterpriseID)] {
        var found: [(officer: OfficerID, enterprise: EnterpriseID)] = []
        for part in text.split(whereSeparator: { ";；".contains($0) || $0.isWhitespace }) {
            let sides = part.split(separator: ":")
            guard sides.count == 2, let officer = OfficerID(sides[0]) else { return [] }
            for word in sides[1].split(whereSeparator: { ",，".contains($0) }) {
                guard let enterprise = EnterpriseID(word) else { return [] }
                found.append((officer, enterprise))
            }
        }
        return found
    }

    static func unit(_ text: String, _ tree: UnitTree) -> UnitID? {
        (try? Bureau.unit(named: text, in: tree))?.id
    }

    static func problem(_ problem: AssignmentRuleProblem) -> ZhaoshangError {
        ZhaoshangError(
            .badSetting, zh: "分派规则“\(problem.line)”：\(problem.message.zh)",
            en: "assignment rule \"\(problem.line)\": \(problem.message.en)",
            hint: Phrase(zh: "查看：zs setting show assignment.rules", en: "see: zs setting show assignment.rules"),
            details: ["key": .text("assignment.rules"), "rule": .text(problem.line)])
    }
}
