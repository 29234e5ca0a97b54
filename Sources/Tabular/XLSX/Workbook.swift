/// The parts of an XLSX workbook (ECMA-376) that say what stands in one sheet.
enum Workbook {
    private struct Sheet {
        var name: String
        var relation: String
        var isHidden: Bool
    }

    private struct Relation {
        /// The last word of its type: `worksheet`, `sharedStrings`, `styles`, `officeDocument`.
        var kind: Substring
        var target: String
    }

    static func read(_ bytes: [UInt8], sheet wanted: String?, limits: TabularLimits) throws(TabularProblem)
        -> TabularSheet
    {
        let archive = try Archive(bytes, limits: limits)
        let root = try relations(of: "", archive, limits)
        let main = root.values.first { $0.kind == "officeDocument" }?.target ?? "xl/workbook.xml"
        var sheets: [Sheet] = []
        var since1904 = false
        try XMLReading.read(try archive.requiredPart(main), part: main, depth: limits.xmlDepth) { element, attributes in
            switch element {
            case "workbookPr": since1904 = ["1", "true", "on"].contains(attributes["date1904"] ?? "")
            case "sheet":
                guard let name = attributes["name"], let relation = attributes.prefixed("id") else { return }
                let state = attributes["state"] ?? "visible"
                sheets.append(Sheet(name: name, relation: relation, isHidden: state != "visible"))
            default: break
            }
        }
        let parts = try relations(of: main, archive, limits)
        // Sheets of charts have no cells.
        sheets.removeAll { parts[$0.relation]?.kind != "worksheet" }
        let names = sheets.map(\.name)
        let chosen: Sheet
        if let wanted {
            guard let found = sheets.first(where: { $0.name == wanted }) else {
                throw .noSuchSheet(wanted, sheets: names)
            }
            chosen = found
        } else {
            guard let first = sheets.first(where: { !$0.isHidden }) else { throw .noSheet }
            chosen = first
        }
        guard let target = parts[chosen.relation]?.target else { throw .archive(.missing(chosen.name)) }
        let styles = parts.values.first { $0.kind == "styles" }?.target
        let strings = parts.values.first { $0.kind == "sharedStrings" }?.target
        let reading = SheetReading(
            part: target,
            strings: try strings.map { name throws(TabularProblem) in
                try SharedStrings.read(archive.requiredPart(name), part: name, limits)
            } ?? [],
            styles: try styles.map { name throws(TabularProblem) in
                try CellStyles(archive.requiredPart(name), part: name, limits)
            } ?? CellStyles(), since1904: since1904, limits: limits)
        let rows = try reading.read(try archive.requiredPart(target))
        if rows.isEmpty { throw .empty }
        return TabularSheet(format: .xlsx(sheet: chosen.name, sheets: names), rows: rows)
    }

    /// The relations of a part, by id; those that lead outside the file are left out.
    private static func relations(
        of part: String, _ archive: Archive, _ limits: TabularLimits
    ) throws(TabularProblem) -> [String: Relation] {
        let (folder, file) = split(part)
        let name = folder + "_rels/" + file + ".rels"
        guard let bytes = try archive.part(name) else {
            // A workbook without any is one we cannot follow; a file without the outer ones may still be a workbook.
            if part.isEmpty { return [:] }
            throw .archive(.missing(name))
        }
        var relations: [String: Relation] = [:]
        try XMLReading.read(bytes, part: name, depth: limits.xmlDepth) { element, attributes in
            guard element == "Relationship", attributes["TargetMode"] != "External", let id = attributes["Id"],
                let type = attributes["Type"], let target = attributes["Target"]
            else { return }
            relations[id] = Relation(
                kind: type.split(separator: "/").last ?? "", target: resolve(target, from: folder))
        }
        return relations
    }

    private static func split(_ part: String) -> (folder: String, file: String) {
        guard let slash = part.lastIndex(of: "/") else { return ("", part) }
        return (String(part[...slash]), String(part[part.index(after: slash)...]))
    }

    /// `../styles.xml` and `/xl/styles.xml` as names of the archive.
    private static func resolve(_ target: String, from folder: String) -> String {
        var path = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = path.popLast() } else { path.append(step) }
        }
        return path.joined(separator: "/")
    }
}
