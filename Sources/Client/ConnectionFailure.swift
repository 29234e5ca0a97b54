import Glibc
import HostSystem
import Labels
import WireAPI

/// Why the daemon could not be asked, each with the next step that is true on this machine.
enum ConnectionFailure {
    static func connecting(to path: String, errno number: Int32) -> ZhaoshangError {
        switch number {
        case ENOENT, ENOTDIR:
            unreachable(path, Phrase(zh: "套接字不存在", en: "no such socket"), hint: start(path))
        case ECONNREFUSED:
            unreachable(path, Phrase(zh: "连接被拒绝", en: "connection refused"), hint: start(path))
        case EACCES, EPERM:
            unreachable(path, Phrase(zh: "没有权限", en: "permission denied"), hint: admission(path))
        case EAGAIN:
            silent(path)
        default:
            unreachable(path, Phrase(HostError.text(of: number)), hint: nil)
        }
    }

    static func pathTooLong(_ path: String) -> ZhaoshangError {
        ZhaoshangError(
            .usage, zh: "套接字路径长 \(path.utf8.count) 字节，系统最多允许 107 字节：\(path)",
            en: "the socket path has \(path.utf8.count) bytes, the system allows 107: \(path)",
            hint: Phrase(zh: "用 --socket 或 ZS_SOCKET 给一个短路径", en: "give a shorter one with --socket or ZS_SOCKET"))
    }

    static func system(_ call: String, path: String, errno number: Int32) -> ZhaoshangError {
        let text = HostError.text(of: number)
        return ZhaoshangError(.ioFailure, Phrase("\(call) \(path): \(text)"))
    }

    static func silent(_ path: String) -> ZhaoshangError {
        ZhaoshangError(
            .tryAgain, zh: "zsd（\(path)）没有及时回答", en: "zsd at \(path) does not answer in time",
            hint: Phrase(zh: "稍后重试", en: "try again in a moment"))
    }

    static func notTheDaemon(_ path: String) -> ZhaoshangError {
        ZhaoshangError(
            .protocolMismatch, zh: "在 \(path) 应答的不是 zsd", en: "what answers at \(path) is not zsd",
            hint: Phrase(zh: "检查 --socket 与 ZS_SOCKET", en: "check --socket and ZS_SOCKET"))
    }

    static func protocolMismatch(daemon: String, version: String) -> ZhaoshangError {
        let current = ProtocolVersion.current
        return ZhaoshangError(
            .protocolMismatch,
            zh: "服务 \(version) 使用协议 \(daemon)，本客户端 \(BuildVersion.current) 使用协议 \(current)",
            en:
                "the daemon \(version) speaks protocol \(daemon), this client \(BuildVersion.current) speaks \(current)",
            hint: Phrase(zh: "请安装同一版本的 zs 与 zsd", en: "install zs and zsd of one version"),
            details: ["daemon": .text(daemon), "client": .number(Int64(current))])
    }

    /// The connection ended before the answer did: nobody knows whether a write was done.
    static func lost(route: Route, commandID: String?, isDelivered: Bool) -> ZhaoshangError {
        let message =
            isDelivered
            ? Phrase(zh: "zsd 没有答完就断开了连接", en: "zsd closed the connection before it had answered")
            : Phrase(zh: "zsd 没有收完请求就断开了连接", en: "zsd closed the connection before it had the whole request")
        let hint: Phrase
        switch (route.access, commandID) {
        case (.write, let id?):
            hint = Phrase(
                zh: "用 --command-id \(id) 重发是安全的：已执行的不会再执行一次",
                en: "sending it again with --command-id \(id) is safe: what was done is not done twice")
        case (.write, nil):
            hint = Phrase(
                zh: "重发之前先看 zs history：可能已经执行", en: "look at zs history before sending it again: it may be done")
        default:
            hint = Phrase(zh: "稍后重试", en: "try again in a moment")
        }
        return ZhaoshangError(.tryAgain, message, hint: hint)
    }

    private static func unreachable(_ path: String, _ reason: Phrase, hint: Phrase?) -> ZhaoshangError {
        ZhaoshangError(
            .unreachable, zh: "无法连接 zsd（\(path)）：\(reason.zh)", en: "cannot reach zsd at \(path): \(reason.en)",
            hint: hint)
    }

    /// The command that starts the daemon the way it was installed.
    private static func start(_ path: String) -> Phrase {
        let command =
            DaemonInstallation
            .found(socketPath: path, environment: .current, exists: HostDirectory.exists)
            .startCommand(socketPath: path)
        return Phrase(zh: "启动服务：\(command)", en: "start it with: \(command)")
    }

    private static func admission(_ path: String) -> Phrase {
        let directory = HostDirectory.parent(of: path)
        return Phrase(
            zh: "请管理员把你加入能进入 \(directory) 的用户组，然后重新登录",
            en: "ask an administrator to add you to the group that may enter \(directory), then log in again")
    }
}
