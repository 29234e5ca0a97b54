extension EnterpriseName {
    /// Whether people call `other` by this name in short: `渝新能源` for 重庆渝新能源科技发展有限公司. What they leave out are words of
    /// trade that tell no enterprise from another; `某集团` is not short for 某集团医药有限公司, which is another one.
    public func isShort(for other: EnterpriseName) -> Bool {
        guard core.unicodeScalars.count >= 2, core != other.core, other.core.hasPrefix(core) else { return false }
        return Self.isTrade(other.core.dropFirst(core.count))
    }

    private static func isTrade(_ rest: Substring) -> Bool {
        rest.isEmpty || tradeWords.contains { rest.hasPrefix($0) && isTrade(rest.dropFirst($0.count)) }
    }

    private static let tradeWords = [
        "科技", "技术", "高科", "实业", "发展", "投资", "控股", "集团", "产业", "工业", "国际", "企业", "technology", "technologies", "tech",
        "industrial", "industries", "international", "enterprise", "enterprises", "development", "investment",
    ]
}
