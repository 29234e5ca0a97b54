public import Labels

extension TabularProblem {
    public var message: Phrase {
        switch self {
        case .empty: Phrase(zh: "文件是空的", en: "the file is empty")
        case .oldWorkbook:
            Phrase(zh: "这是旧版 Excel（.xls）或加密的工作簿", en: "this is an old Excel file (.xls) or one with a password")
        case .notATable(let kind): Phrase(zh: "这是 \(kind) 文件，不是表格", en: "this is a \(kind) file and not a table")
        case .encoding(let name, let line, let offset, let byte):
            Phrase(
                zh: "第 \(line) 行不是 \(name) 文字：第 \(offset + 1) 字节 \(Self.hexadecimal(byte))",
                en: "line \(line) is not \(name): byte \(offset + 1) is \(Self.hexadecimal(byte))")
        case .unsupportedEncoding(let name): Phrase(zh: "不支持 \(name) 编码", en: "\(name) is not supported")
        case .nul(let line, let offset):
            Phrase(
                zh: "第 \(line) 行含有空字符（第 \(offset + 1) 字节）", en: "line \(line) holds a NUL (byte \(offset + 1))")
        case .openQuote(let line):
            Phrase(zh: "第 \(line) 行的引号没有结束", en: "the quotation mark of line \(line) never closes")
        case .textAfterQuote(let line):
            Phrase(zh: "第 \(line) 行：引号之后还有文字", en: "line \(line): text after a closing quotation mark")
        case .noSuchSheet(let name, _): Phrase(zh: "没有工作表“\(name)”", en: "there is no sheet \(name)")
        case .noSheet: Phrase(zh: "工作簿里没有可见的工作表", en: "the workbook has no visible sheet")
        case .archive(let archive): archive.message
        case .xml(let part, let line):
            Phrase(zh: "工作簿已损坏：\(part) 第 \(line) 行", en: "the workbook is damaged: \(part), line \(line)")
        case .doctype(let part):
            Phrase(zh: "工作簿含有不允许的 DOCTYPE：\(part)", en: "the workbook holds a DOCTYPE, which is refused: \(part)")
        case .tooLarge(let measure, let limit, let line): Self.excess(measure, limit, line)
        }
    }

    /// What the person who has the file does next.
    public var hint: Phrase {
        switch self {
        case .empty: Phrase(zh: "请检查导出的文件", en: "check what was exported")
        case .oldWorkbook:
            Phrase(zh: "另存为 .xlsx 或 CSV UTF-8（不设密码）", en: "save it as .xlsx or CSV UTF-8, without a password")
        case .notATable: Phrase(zh: "请给出 CSV 或 XLSX 文件", en: "give a CSV or XLSX file")
        case .encoding, .unsupportedEncoding, .nul:
            Phrase(zh: "另存为“CSV UTF-8（逗号分隔）”", en: "save it as “CSV UTF-8 (comma delimited)”")
        case .openQuote, .textAfterQuote:
            Phrase(zh: "引号内的引号要写两次，或另存为 .xlsx", en: "write a quotation mark inside quotes twice, or save as .xlsx")
        case .noSuchSheet(_, let sheets) where sheets.isEmpty:
            Phrase(zh: "CSV 文件没有工作表，请去掉 --sheet", en: "a CSV file has no sheets: leave --sheet out")
        case .noSuchSheet(_, let sheets):
            Phrase(zh: "可用：\(sheets.joined(separator: "、"))", en: "one of: \(sheets.joined(separator: ", "))")
        case .noSheet: Phrase(zh: "取消隐藏工作表后另存", en: "unhide a sheet and save again")
        case .archive, .xml, .doctype:
            Phrase(zh: "用 Excel 或 WPS 打开并另存，再导入", en: "open it in a spreadsheet program, save it again and import that")
        case .tooLarge: Phrase(zh: "分成几个文件导入", en: "import it in several files")
        }
    }

    private static func excess(_ measure: Measure, _ limit: Int, _ line: Int?) -> Phrase {
        let place = line.map { Phrase(zh: "第 \($0) 行：", en: "line \($0): ") } ?? Phrase(zh: "", en: "")
        switch measure {
        case .rows: return Phrase(zh: "\(place.zh)超过 \(limit) 行", en: "\(place.en)more than \(limit) rows")
        case .columns: return Phrase(zh: "\(place.zh)超过 \(limit) 列", en: "\(place.en)more than \(limit) columns")
        case .cells: return Phrase(zh: "\(place.zh)超过 \(limit) 个单元格", en: "\(place.en)more than \(limit) cells")
        case .depth: return Phrase(zh: "\(place.zh)嵌套超过 \(limit) 层", en: "\(place.en)nested deeper than \(limit)")
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "0x" + (digits.count == 1 ? "0" + digits : digits)
    }
}

extension TabularProblem.Archive {
    var message: Phrase {
        switch self {
        case .malformed: Phrase(zh: "不是完好的 XLSX 文件", en: "not an intact XLSX file")
        case .tooManyEntries(let count, let limit):
            Phrase(zh: "压缩包里有 \(count) 个文件，上限 \(limit)", en: "the archive holds \(count) files, the limit is \(limit)")
        case .tooLarge(let limit):
            Phrase(zh: "解压后超过 \(limit >> 20) MB", en: "it expands to more than \(limit >> 20) MB")
        case .ratio(let entry, let limit):
            Phrase(
                zh: "压缩比超过 \(limit)：\(entry ?? "整个压缩包")",
                en: "compressed by more than \(limit) to 1: \(entry ?? "the archive")")
        case .badName(let name):
            Phrase(zh: "压缩包里的文件名不允许：\(name)", en: "the archive holds a file with a name that is refused: \(name)")
        case .encrypted: Phrase(zh: "工作簿有密码", en: "the workbook has a password")
        case .missing(let part): Phrase(zh: "不是 XLSX 工作簿：缺少 \(part)", en: "not an XLSX workbook: \(part) is missing")
        }
    }
}
