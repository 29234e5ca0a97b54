import Glibc

/// Which addresses messages may be sent to: everything public, and of the rest only what the configuration allows. It is
/// asked about the very address of each connection, after names were looked up, so that no answer of a name server leads
/// inside.
public struct AddressGuard: Sendable {
    /// A block of addresses: `10.0.0.0/8`, `::1`, `127.0.0.1`.
    public struct Block: Hashable, Sendable {
        /// 4 or 16.
        let bytes: [UInt8]
        let bits: Int

        /// nil for anything but an address with an optional length.
        public init?(_ text: String) {
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            guard let address = parts.first.flatMap({ IPAddress(String($0)) }), parts.count <= 2 else { return nil }
            let whole = address.bytes.count * 8
            guard let bits = parts.count == 2 ? Int(parts[1]) : whole, (0...whole).contains(bits) else { return nil }
            bytes = address.bytes
            self.bits = bits
        }

        func contains(_ address: IPAddress) -> Bool {
            guard address.bytes.count == bytes.count else { return false }
            let (whole, rest) = (bits / 8, bits % 8)
            guard address.bytes[..<whole] == bytes[..<whole] else { return false }
            let mask = UInt8(truncatingIfNeeded: 0xFF00 >> rest)
            return rest == 0 || address.bytes[whole] & mask == bytes[whole] & mask
        }
    }

    private let allowed: [Block]

    public init(allowed: [Block]) {
        self.allowed = allowed
    }

    /// Not for the public: IANA's registries of special-purpose addresses (RFC 6890 and its successors), multicast, and the
    /// addresses under which clouds keep their machines' secrets, which are link-local.
    private static let special: [Block] = [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4", "::/128", "::1/128", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32",
        "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
    ].compactMap { Block($0) }

    public func permits(_ address: IPAddress) -> Bool {
        let plain = address.unmapped
        if allowed.contains(where: { $0.contains(plain) || $0.contains(address) }) { return true }
        return !Self.special.contains { $0.contains(plain) }
    }
}

/// An address of version 4 or 6, in the order of the network.
public struct IPAddress: Hashable, Sendable {
    public let bytes: [UInt8]

    public init?(_ text: String) {
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: &four) { Array($0) }
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            bytes = withUnsafeBytes(of: &six) { Array($0) }
        } else {
            return nil
        }
    }

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// nil for a family that is neither.
    init?(_ address: UnsafePointer<sockaddr>) {
        switch Int32(address.pointee.sa_family) {
        case AF_INET:
            self.bytes = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { pointer in
                withUnsafeBytes(of: pointer.pointee.sin_addr) { Array($0) }
            }
        case AF_INET6:
            self.bytes = address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { pointer in
                withUnsafeBytes(of: pointer.pointee.sin6_addr) { Array($0) }
            }
        default: return nil
        }
    }

    /// The version 4 address inside one of version 6: mapped `::ffff:a.b.c.d`, translated `64:ff9b::a.b.c.d`, and 6to4
    /// `2002:ab:cd::`. Each leads where the inner one leads.
    var unmapped: IPAddress {
        guard bytes.count == 16 else { return self }
        let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]
        let compatible = [UInt8](repeating: 0, count: 12)
        let translated: [UInt8] = [0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]
        let head = Array(bytes[..<12])
        if head == mapped || head == translated { return IPAddress(bytes: Array(bytes[12...])) }
        if head == compatible, bytes[12] != 0 { return IPAddress(bytes: Array(bytes[12...])) }
        if bytes[0] == 0x20, bytes[1] == 0x02 { return IPAddress(bytes: Array(bytes[2..<6])) }
        return self
    }
}
