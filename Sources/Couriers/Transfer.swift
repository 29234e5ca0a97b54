import CCurl
import Glibc
import Labels
import Synchronization

/// One request through libcurl. It blocks its thread; redirects are never followed, proxies never used.
final class Transfer {
    struct Answer {
        var status: Int
        var retryAfter: String?
        var body: [UInt8]
    }

    enum Failure: Error {
        /// The receiver was not reached, or broke off. `sent`: it may have what was for it all the same.
        case broken(String, sent: Bool)
        /// SMTP: the server's own number and words.
        case said(code: Int, words: String)
        /// An address that the guard refuses.
        case guarded(String)
    }

    /// Bytes of an answer that are looked at.
    private static let longestAnswer = 64 * 1_024

    private static let isStarted: Bool = zs_start() == CURLE_OK

    private let handle: OpaquePointer
    private let addresses: AddressGuard
    private let stop: StopFlag
    private var lists: [UnsafeMutablePointer<curl_slist>] = []
    fileprivate var answer = Answer(status: 0, retryAfter: nil, body: [])
    fileprivate var upload: ArraySlice<UInt8> = []
    fileprivate var lastLine = ""
    fileprivate var guarded: String?

    init(_ options: ChannelCourier.Options) throws(Failure) {
        guard Self.isStarted, let handle = curl_easy_init() else {
            throw Failure.broken("libcurl does not start", sent: false)
        }
        self.handle = OpaquePointer(handle)
        self.addresses = options.addresses
        self.stop = options.stop
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_TIMEOUT, options.seconds)
        set(CURLOPT_CONNECTTIMEOUT, options.seconds)
        // Takes the place of the system's file of authorities; the system's directory of them still counts.
        if let file = options.certificates { set(CURLOPT_CAINFO, file) }
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_PROXY, "")
        set(CURLOPT_NETRC, 0)
        set(CURLOPT_USERAGENT, "zhaoshang")
    }

    deinit {
        for list in lists { curl_slist_free_all(list) }
        curl_easy_cleanup(UnsafeMutableRawPointer(handle))
    }

    // MARK: HTTP

    func post(
        _ url: String, headers: [(name: String, value: String)], body: [UInt8]
    ) throws(Failure) -> Answer {
        set(CURLOPT_PROTOCOLS_STR, "https,http")
        set(CURLOPT_URL, url)
        // No `Expect: 100-continue`: robots do not answer it.
        append(CURLOPT_HTTPHEADER, headers.map { "\($0.name): \($0.value)" } + ["Expect:"])
        _ = body.withUnsafeBytes { zs_set_body(raw, $0.baseAddress, body.count) }
        let code = perform()
        // What was asked for is here, or more than anybody reads.
        guard code == CURLE_OK || (code == CURLE_WRITE_ERROR && answer.body.count >= Self.longestAnswer) else {
            // Handles are used once, so there is no old connection on which libcurl would quietly send a second time.
            throw failure(code, sent: value(CURLINFO_REQUEST_SIZE) > 0)
        }
        answer.status = value(CURLINFO_RESPONSE_CODE)
        return answer
    }

    // MARK: SMTP

    /// - Parameter url: `smtp://` (with STARTTLS unless `plain`) or `smtps://`.
    func mail(
        _ url: String, from: String, to: [String], user: String?, password: String?, plain: Bool, message: [UInt8]
    ) throws(Failure) {
        set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        set(CURLOPT_URL, url)
        set(CURLOPT_USE_SSL, Int((plain ? CURLUSESSL_NONE : CURLUSESSL_ALL).rawValue))
        if let user { set(CURLOPT_USERNAME, user) }
        if let password { set(CURLOPT_PASSWORD, password) }
        set(CURLOPT_MAIL_FROM, "<\(from)>")
        append(CURLOPT_MAIL_RCPT, to.map { "<\($0)>" })
        set(CURLOPT_UPLOAD, 1)
        upload = message[...]
        _ = zs_set_read(raw, giveBytes, context)
        let code = perform()
        guard code != CURLE_OK else { return }
        let said = value(CURLINFO_RESPONSE_CODE)
        throw said >= 400 ? Failure.said(code: said, words: lastLine) : failure(code, sent: upload.isEmpty)
    }

    // MARK: libcurl

    private var raw: UnsafeMutableRawPointer { UnsafeMutableRawPointer(handle) }
    private var context: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    private func value(_ info: CURLINFO) -> Int {
        var value = 0
        _ = zs_get_long(raw, info, &value)
        return value
    }

    private func perform() -> CURLcode {
        _ = zs_set_write(raw, takeBytes, context)
        _ = zs_set_header(raw, takeLine, context)
        _ = zs_set_progress(raw, askToStop, context)
        _ = zs_set_open_socket(raw, openSocket, context)
        return curl_easy_perform(raw)
    }

    private func failure(_ code: CURLcode, sent: Bool) -> Failure {
        if let guarded { return Failure.guarded(guarded) }
        return Failure.broken(String(cString: curl_easy_strerror(code)), sent: sent)
    }

    private func set(_ option: CURLoption, _ value: Int) { _ = zs_set_long(raw, option, value) }
    private func set(_ option: CURLoption, _ value: String) { _ = zs_set_text(raw, option, value) }

    private func append(_ option: CURLoption, _ values: [String]) {
        var list: UnsafeMutablePointer<curl_slist>?
        for value in values { list = curl_slist_append(list, value) }
        guard let list else { return }
        lists.append(list)
        _ = zs_set_pointer(raw, option, list)
    }

    fileprivate func take(_ bytes: UnsafeRawBufferPointer) -> Int {
        answer.body += bytes.prefix(Self.longestAnswer - answer.body.count)
        return answer.body.count >= Self.longestAnswer ? 0 : bytes.count
    }

    fileprivate func take(line: String) {
        lastLine = line
        let lower = line.lowercased()
        if lower.hasPrefix("http/") { answer.retryAfter = nil }
        if lower.hasPrefix("retry-after:") { answer.retryAfter = String(line.dropFirst(12)).trimmedLine }
        // Feishu's: seconds until its window is over.
        if lower.hasPrefix("x-ogw-ratelimit-reset:"), answer.retryAfter == nil {
            answer.retryAfter = String(line.dropFirst(22)).trimmedLine
        }
    }

    fileprivate func give(_ room: UnsafeMutableRawBufferPointer) -> Int {
        let piece = upload.prefix(room.count)
        room.copyBytes(from: piece)
        upload = upload.dropFirst(piece.count)
        return piece.count
    }

    fileprivate var isStopped: Bool { stop.isRaised }

    /// The socket of a connection whose address the guard permits.
    fileprivate func socket(for address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        let permitted = withUnsafePointer(to: &address.pointee.addr) { pointer in
            IPAddress(pointer).map { addresses.permits($0) } ?? false
        }
        guard permitted else {
            guarded = "the address is not public, and notify.allow does not name it"
            return zs_bad_socket()
        }
        let kind = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
        return Glibc.socket(address.pointee.family, kind, address.pointee.`protocol`)
    }
}

/// Ends every transfer under way when the daemon stops.
public final class StopFlag: Sendable {
    private let raised = Atomic(false)

    public init() {}
    public func raise() { raised.store(true, ordering: .relaxed) }
    var isRaised: Bool { raised.load(ordering: .relaxed) }
}

extension String {
    fileprivate var trimmedLine: String {
        String(drop { $0 == " " }.prefix { $0 != "\r" && $0 != "\n" && $0 != "\r\n" })
    }
}

// MARK: - Callbacks: plain functions; the transfer outlives them because it runs them.

private func transfer(_ context: UnsafeMutableRawPointer?) -> Transfer? {
    context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
}

private let takeBytes: curl_write_callback = { bytes, size, count, context in
    transfer(context)?.take(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
}

private let takeLine: curl_write_callback = { bytes, size, count, context in
    let line = String(decoding: UnsafeRawBufferPointer(start: bytes, count: size * count), as: UTF8.self)
    transfer(context)?.take(line: line)
    return size * count
}

private let giveBytes: curl_read_callback = { room, size, count, context in
    transfer(context)?.give(UnsafeMutableRawBufferPointer(start: room, count: size * count)) ?? 0
}

private let askToStop: curl_xferinfo_callback = { context, _, _, _, _ in
    transfer(context)?.isStopped == true ? 1 : 0
}

private let openSocket: curl_opensocket_callback = { context, _, address in
    guard let transfer = transfer(context), let address else { return zs_bad_socket() }
    return transfer.socket(for: address)
}
