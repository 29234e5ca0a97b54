import Couriers
import Testing

struct AddressGuardTests {
    /// One of each block of RFC 6890 and its successors, and the ways in which version 6 writes version 4.
    @Test(
        arguments: [
            "127.0.0.1", "127.255.255.254", "10.0.0.8", "172.16.0.1", "172.31.255.255", "192.168.1.1",
            "169.254.169.254", "100.64.0.1", "0.0.0.0", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9",
            "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd12:3456::1", "ff02::1",
            "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "::127.0.0.1",
        ])
    func addressOfTheHouseIsRefused(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(!AddressGuard(allowed: []).permits(address))
    }

    @Test(arguments: ["1.1.1.1", "172.15.255.255", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "::ffff:8.8.8.8"])
    func publicAddressIsPermitted(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(AddressGuard(allowed: []).permits(address))
    }

    @Test func onlyTheAllowedBlockOpens() throws {
        let block = try #require(AddressGuard.Block("10.1.0.0/16"))
        let guardian = AddressGuard(allowed: [block])
        let (inside, beside) = try (#require(IPAddress("10.1.255.1")), #require(IPAddress("10.2.0.1")))
        #expect(guardian.permits(inside))
        #expect(!guardian.permits(beside))
        let mapped = try #require(IPAddress("::ffff:10.1.2.3"))
        #expect(guardian.permits(mapped))
    }

    @Test(arguments: ["", "10", "10.0.0.0/33", "::/129", "10.0.0.0/8/8", "host", "10.0.0.0/-1"])
    func malformedBlockIsNone(text: String) {
        #expect(AddressGuard.Block(text) == nil)
    }
}
