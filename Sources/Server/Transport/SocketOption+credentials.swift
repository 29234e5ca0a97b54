import Glibc
import NIOCore

// NIO names no options of Unix-domain sockets.
extension NIOBSDSocket.Option {
    static let peerCredentials = NIOBSDSocket.Option(rawValue: SO_PEERCRED)
    static let domain = NIOBSDSocket.Option(rawValue: SO_DOMAIN)
}

/// What `SO_DOMAIN` says of a Unix-domain socket.
let unixDomain = CInt(AF_UNIX)
