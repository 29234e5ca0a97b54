import Identifiers
import Labels
import Promotion
import WorkCalendar

/// Officers out of a staff list: known by their code, else by name and unit.
struct OfficerImport: ImportKind {
    let name = "officers"
    let aliases = ["officer", "人员"]

    let columns = [
        ImportColumn("name", ["姓名", "人员", "干部姓名"], required: true),
        ImportColumn("name_en", ["英文名"]),
        ImportColumn("code", ["代码", "人员代码", "工号", "编号"]),
        ImportColumn("unit", ["机构", "单位", "部门", "所属机构", "所在单位"]),
        ImportColumn("from", .date, ["起", "起始日期", "到岗日期", "任职日期"]),
        ImportColumn("role", ["角色", "岗位", "职务"]),
        ImportColumn("uid", ["账户", "账号"]), ImportColumn("pinyin", ["拼音"]),
        ImportColumn("capacity", .number, ["容量"]), ImportColumn("skills", ["特长", "专长"]),
    ]

    func steps(_ rows: ImportRows, _ context: ReadContext) throws -> ImportSteps {
        try context.authorise("import.officers", .none)
        var draft = OfficerDraft(officers: try context.store.officers(), tree: context.tree, today: context.today)
        var seen: [OfficerID: Int] = [:]
        var steps: [ImportStep] = []
        for var row in rows {
            row.require("name")
            let values = values(&row)
            let keyed = KeyedWords(values: values)
            let before = row.isRefused ? nil : try known(values, draft, &row)
            // Ids are given when the plan is applied; until then a new officer needs one of his own.
            let id = before?.id ?? OfficerID(Int64.max - Int64(row.record))
            let after =
                row.isRefused
                ? nil : try row.attempt("name") { try draft.applying(keyed, to: before ?? Self.blank(id, values)) }
            let label = values["name"] ?? ""
            guard let after, !row.isRefused else {
                steps.append(.refused(row, label: label))
                continue
            }
            let earlier = seen[id]
            if earlier == nil { seen[id] = row.line }
            draft.officers.removeAll { $0.id == id }
            draft.officers.append(after)
            steps.append(step(row, before, after, keyed, values, earlier: earlier))
        }
        return ImportSteps(
            steps: steps, isTouched: { $0.verb.hasPrefix("officer.") || $0.verb.hasPrefix("unit.") })
    }

    private func step(
        _ row: ImportedRow, _ before: Officer?, _ after: Officer, _ keyed: KeyedWords, _ values: [String: String],
        earlier: Int?
    ) -> ImportStep {
        if let before, before == after {
            if let earlier { return .duplicate(row, of: earlier, label: after.name) }
            return ImportStep(row, .unchanged, subject: before.id.description, label: after.name)
        }
        guard let before else {
            return ImportStep(row, .create, label: after.name, promise: "\(after.memberships)") { context in
                let id = OfficerID(try context.store.nextNumber("O"))
                let officer = try context.officerDraft().applying(keyed, to: Self.blank(id, values))
                try context.store.append(NewEvent("officer.added", id, OfficerChanged(before: nil, after: officer)))
            }
        }
        var changed = row
        if let earlier {
            changed.refuse(
                "name", "conflict",
                Phrase(zh: "第 \(earlier) 行已写了同一人员，内容不同", en: "line \(earlier) says something else of the same officer"),
                Phrase(zh: "保留其中一行", en: "keep one of the rows"))
            return .refused(changed, label: after.name)
        }
        let changes = OfficerWords.differences(before, after)
        return ImportStep(
            row, .change, subject: before.id.description, label: after.name, changes: changes, promise: "\(changes)"
        ) { context in
            try context.store.append(
                NewEvent("officer.edited", before.id, OfficerChanged(before: before, after: after)))
            _ = try context.settleTasks(of: after)
        }
    }

    private func values(_ row: inout ImportedRow) -> [String: String] {
        var values = row.values(["name", "name_en", "unit", "role", "capacity", "skills", "from"])
        for field in ["code", "uid", "pinyin"] { values[field] = row.code(field) }
        values["code"] = values["code"]?.lowercased()
        return values
    }

    private func known(_ values: [String: String], _ draft: OfficerDraft, _ row: inout ImportedRow) throws -> Officer? {
        if let code = values["code"] {
            if let officer = draft.officers.first(where: { $0.code == code }) { return officer }
        } else {
            let unit = values["unit"].flatMap { try? Bureau.unit(named: $0, in: draft.tree).id }
            let found = draft.officers.filter {
                $0.active && $0.name == values["name"] && (unit == nil || $0.latestUnit == unit)
            }
            if found.count == 1 { return found[0] }
            if found.count > 1 {
                row.refuse(
                    "name", "ambiguous",
                    Phrase(zh: "有 \(found.count) 位同名人员", en: "\(found.count) officers have this name"),
                    Phrase(zh: "加一列“代码”", en: "add a column with their codes"))
                return nil
            }
        }
        row.require("unit")
        return nil
    }

    private static func blank(_ id: OfficerID, _ values: [String: String]) -> Officer {
        Officer(id: id, code: "o\(id.number)", name: values["name"] ?? "", roles: [.officer], memberships: [])
    }

    func exported(_ context: ReadContext) throws -> [[ExportCell]] {
        let units = try context.exportedUnits()
        return try context.store.officers()
            .filter { $0.active && ($0.latestUnit.map(units.contains) ?? false) }
            .map { officer in
                let membership = officer.memberships.last { $0.until == nil }
                return [
                    .text(officer.name), .text(officer.nameEn), .text(officer.code),
                    .text(membership.map { context.tree.byID[$0.unit]?.code ?? $0.unit.description }),
                    .text(membership?.from.description), .list(officer.roles.map(\.rawValue)),
                    .list(officer.uids.map { String($0) }), .text(officer.pinyin),
                    officer.capacity.map { .number(Int64($0)) } ?? .nothing, .list(officer.skills),
                ]
            }
    }
}
