extension Indicator {
    /// 1 on the day a lead was received, in its unit.
    public static let leads = "K1.count"
    /// 1 on the day a claim was filed that met an earlier one and had to wait.
    public static let claimConflicts = "K24.conflicts"
}
