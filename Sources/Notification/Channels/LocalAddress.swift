/// Does an address lead to this machine, where nothing has to be encrypted? Asked of the host as a whole: `127.example.cn` and
/// `localhost.example.cn` are elsewhere.
public enum LocalAddress {
    /// - Parameter url: with a scheme; anything else means no machine.
    public static func isMeant(by url: String) -> Bool {
        guard let range = url.firstRange(of: "://") else { return false }
        let authority = url[range.upperBound...].prefix { !"/?#".contains($0) }
        let place = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        if place.hasPrefix("[") { return place.hasPrefix("[::1]") && isPort(place.dropFirst(5)) }
        let host = place.prefix { $0 != ":" }
        guard isPort(place.dropFirst(host.count)) else { return false }
        if host.lowercased() == "localhost" { return true }
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return numbers.count == 4 && numbers.first == 127 && !numbers.contains(nil)
    }

    private static func isPort(_ text: Substring) -> Bool {
        text.isEmpty || (text.hasPrefix(":") && UInt16(text.dropFirst()) != nil)
    }
}
