import Identifiers
import Labels
import Promotion
import WorkCalendar

/// The record a verb is about, as far as rights are concerned.
enum AccessTarget {
    /// Nothing in particular: reference data, the whole system.
    case none
    case unit(UnitID)
    case officer(OfficerID, in: UnitID)
}

/// The units as a tree, for questions of scope.
struct UnitTree {
    let byID: [UnitID: Promotion.Unit]
    private let children: [UnitID: [UnitID]]

    init(_ units: [Promotion.Unit]) {
        byID = Dictionary(uniqueKeysWithValues: units.map { ($0.id, $0) })
        var children: [UnitID: [UnitID]] = [:]
        for unit in units {
            if let parent = unit.parent { children[parent, default: []].append(unit.id) }
        }
        self.children = children
    }

    /// The unit and all below it, by number.
    func subtree(of root: UnitID) -> [UnitID] {
        var found: [UnitID] = []
        var waiting = [root]
        while let next = waiting.popLast() {
            found.append(next)
            waiting.append(contentsOf: children[next] ?? [])
        }
        return found.sorted()
    }

    func contains(_ unit: UnitID, below root: UnitID) -> Bool {
        sequence(first: unit) { self.byID[$0]?.parent }.contains(root)
    }

    /// From the unit itself up to the root.
    func ancestors(of unit: UnitID) -> [UnitID] {
        Array(sequence(first: unit) { self.byID[$0]?.parent })
    }

    var roots: [Promotion.Unit] {
        byID.values.filter { $0.parent == nil && $0.active }.sorted { $0.id < $1.id }
    }
}

extension Caller {
    /// Throws `forbidden`, with the command that would help, unless a role of the caller reaches the target.
    func authorise(_ verb: String, _ target: AccessTarget, _ tree: UnitTree, today: CivilDate) throws {
        guard let row = AccessTable.row(verb) else { throw Self.denied(verb, hint: nil) }
        let widest = roles.compactMap { row.grants[$0] }.max()
        guard let widest else { throw denial(verb, row) }
        if widest == .all { return }
        let home = principal?.unit(on: today) ?? principal?.latestUnit
        switch target {
        case .none: return
        case .unit(let unit):
            if widest == .unit, let home, tree.contains(unit, below: home) { return }
        case .officer(let officer, let unit):
            if officer == principal?.id { return }
            if widest == .unit, let home, tree.contains(unit, below: home) { return }
        }
        throw foreign(verb, target, row)
    }

    /// How far the caller's roles reach with a verb that is about no record in particular.
    func reach(_ verb: String) throws -> AccessScope {
        guard let row = AccessTable.row(verb) else { throw Self.denied(verb, hint: nil) }
        guard let widest = roles.compactMap({ row.grants[$0] }).max() else { throw denial(verb, row) }
        return widest
    }

    private static func denied(_ verb: String, hint: Phrase?) -> ZhaoshangError {
        ZhaoshangError(
            .forbidden, zh: "无权执行 \(verb)", en: "not permitted: \(verb)", hint: hint, details: ["verb": .text(verb)])
    }

    private func denial(_ verb: String, _ row: AccessRow) -> ZhaoshangError {
        let needed = row.grants.keys.sorted().map(\.rawValue)
        let list = needed.joined(separator: ", ")
        let hint: Phrase
        if principal == nil, !row.grants.keys.contains(.admin) {
            hint = Phrase(zh: "管理员须代表某位人员操作：加 --as O-…", en: "administrators act for somebody: add --as O-…")
        } else if let principal {
            let roles = principal.roles.map(\.rawValue) + [Self.suggested(needed)]
            let command = "zs officer edit \(principal.id) role:\(roles.joined(separator: ","))"
            hint = Phrase(
                zh: "需要角色：\(list)；管理员可执行：\(command)",
                en: "needs a role of: \(list); an administrator can run: \(command)")
        } else {
            hint = Phrase(zh: "需要角色：\(list)", en: "needs a role of: \(list)")
        }
        return ZhaoshangError(
            .forbidden, zh: "您的角色无权执行 \(verb)", en: "your roles do not permit \(verb)", hint: hint,
            details: ["verb": .text(verb), "needs": .list(needed)])
    }

    /// The role to ask for: administration is nobody's way to do business.
    private static func suggested(_ roles: [String]) -> String {
        roles.first { $0 != Role.admin.rawValue } ?? Role.admin.rawValue
    }

    private func foreign(_ verb: String, _ target: AccessTarget, _ row: AccessRow) -> ZhaoshangError {
        let name: String
        let home: String
        switch target {
        case .none: (name, home) = ("-", "-")
        case .unit(let unit): (name, home) = (unit.description, unit.description)
        case .officer(let officer, let unit): (name, home) = ("\(officer) (\(unit))", unit.description)
        }
        let wide = row.grants.filter { $0.value == .all }.keys.sorted().map(\.rawValue)
        let who = principal?.id.description ?? "uid:\(uid)"
        let added = ((principal?.roles.map(\.rawValue) ?? []) + [Self.suggested(wide)]).joined(separator: ",")
        let hint =
            wide.isEmpty
            ? Phrase(
                zh: "请由 \(name) 所在机构有权的人员操作；查看：zs officer list unit:\(home)",
                en: "somebody of that unit can do it; see: zs officer list unit:\(home)")
            : Phrase(
                zh: "需要跨机构角色：\(wide.joined(separator: ", "))；管理员可执行：zs officer edit \(who) role:\(added)",
                en: "needs a role beyond the unit: \(wide.joined(separator: ", ")); an administrator can run: "
                    + "zs officer edit \(who) role:\(added)")
        return ZhaoshangError(
            .forbidden, zh: "\(name) 不在您的权限范围内（\(verb)）", en: "\(name) is outside your scope (\(verb))", hint: hint,
            details: ["verb": .text(verb), "target": .text(name)])
    }
}
