import FoundationEssentials

/// The client-made id that makes a write safe to send again.
enum CommandIdentifier {
    static func fresh() -> String {
        UUID().uuidString.lowercased()
    }
}
