import Identifiers

/// The records of one kind as a table that can be imported again.
public struct ExportedTable: Sendable {
    public var kind: String
    /// Fields of the kind.
    public var columns: [String]
    public var rows: [[ExportCell]]
}

extension Bureau {
    /// `zs export KIND|all`: what the caller may see. Importing it again changes nothing.
    public func export(_ kindText: String, caller: Caller) async throws -> [ExportedTable] {
        let kinds =
            kindText == "all" || kindText == "全部"
            ? ImportKinds.all(shipped.codes) : [try ImportKinds.named(kindText, shipped.codes)]
        return try await read(caller) { context in
            try context.authorise("export", .none)
            return try kinds.map {
                ExportedTable(kind: $0.name, columns: $0.columns.map(\.field), rows: try $0.exported(context))
            }
        }
    }
}

extension ReadContext {
    /// The units whose records an export holds: all of them for those whose rights reach everywhere.
    func exportedUnits() throws -> Set<UnitID> {
        if caller.unit == nil, caller.principal == nil { return Set(tree.byID.keys) }
        return Set(tree.subtree(of: try scope("export")))
    }
}
