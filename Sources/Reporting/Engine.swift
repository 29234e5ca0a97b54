/// Number of the code that derives reports. A change that would print other figures or other words raises it; a frozen
/// report is derived again for verification only by the engine that made it.
public enum Engine {
    public static let number = 4
}
