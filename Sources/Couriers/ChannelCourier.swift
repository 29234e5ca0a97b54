import Dispatch
import Glibc
public import Labels
public import Notification

/// Sends posts over channels of every kind: robots and webhooks by HTTP, mail by SMTP, programs of this machine.
public struct ChannelCourier: Courier {
    public struct Options: Sendable {
        /// Directory of the files of secrets.
        public var secrets: SecretFolder
        public var addresses: AddressGuard
        /// Programs that a channel may run, by absolute path.
        public var programs: [String]
        /// A file of authorities (PEM) that are trusted besides those of the system.
        public var certificates: String?
        /// Longest time of one attempt.
        public var seconds: Int
        public var stop: StopFlag

        public init(
            secrets: SecretFolder, addresses: AddressGuard, programs: [String], certificates: String? = nil,
            seconds: Int, stop: StopFlag
        ) {
            self.secrets = secrets
            self.addresses = addresses
            self.programs = programs
            self.certificates = certificates
            self.seconds = seconds
            self.stop = stop
        }
    }

    private let options: Options
    private let language: Language

    /// - Parameter language: of reasons that are this program's own words.
    public init(_ options: Options, language: Language = .zh) {
        self.options = options
        self.language = language
    }

    public func send(_ post: Post, over channel: Channel) async -> DeliveryVerdict {
        let courier = self
        return await withCheckedContinuation { caller in
            // A transfer blocks its thread, and the threads of tasks are few. A queue of its own, since the shared ones
            // look after their threads once a second from their first use on.
            DispatchQueue(label: "transfer").async { caller.resume(returning: courier.attempt(post, channel)) }
        }
    }

    private func attempt(_ post: Post, _ channel: Channel) -> DeliveryVerdict {
        do {
            let sheet = try channel.secret.map { name throws(ZhaoshangError) in try options.secrets.sheet(name) }
            let verdict = try attempt(post, channel, sheet ?? SecretSheet())
            return sheet.map { hide($0, in: verdict) } ?? verdict
        } catch {
            return DeliveryVerdict(.refused, code: error.code.rawValue, reason: error.message[language])
        }
    }

    private func attempt(_ post: Post, _ channel: Channel, _ sheet: SecretSheet) throws(ZhaoshangError)
        -> DeliveryVerdict
    {
        switch channel.kind {
        case .wecom, .dingtalk, .feishu, .webhook: try request(post, channel, sheet)
        case .smtp: try mail(post, channel, sheet)
        case .command: command(post, channel)
        }
    }

    private func hide(_ sheet: SecretSheet, in verdict: DeliveryVerdict) -> DeliveryVerdict {
        var hidden = verdict
        hidden.reason = sheet.scrubbed(verdict.reason)
        return hidden
    }

    private func request(_ post: Post, _ channel: Channel, _ sheet: SecretSheet) throws(ZhaoshangError)
        -> DeliveryVerdict
    {
        let now = Self.milliseconds()
        let request = try RobotRequest(post, over: channel, sheet, milliseconds: now)
        guard request.url.hasPrefix("https://") || LocalAddress.isMeant(by: request.url) else {
            let phrase = Phrase(zh: "不加密的 http 只用于本机", en: "plain http is for this machine alone")
            return DeliveryVerdict(.refused, code: "address", reason: phrase[language])
        }
        do {
            let transfer = try Transfer(options)
            let answer = try transfer.post(request.url, headers: request.headers, body: request.body)
            return ReplyJudge.judge(
                channel.kind, status: answer.status, body: answer.body, retryAfter: answer.retryAfter,
                now: Self.milliseconds() / 1_000)
        } catch {
            return verdict(error)
        }
    }

    private func mail(_ post: Post, _ channel: Channel, _ sheet: SecretSheet) throws(ZhaoshangError) -> DeliveryVerdict
    {
        guard let url = sheet.url ?? channel.url, let from = channel.mailboxes.first else {
            throw ZhaoshangError(
                .configuration, zh: "渠道 \(channel.code) 没有邮件服务器或发件人",
                en: "channel \(channel.code) has no mail server or no sender")
        }
        let to = Array(channel.mailboxes.dropFirst())
        do {
            let transfer = try Transfer(options)
            try transfer.mail(
                url, from: from, to: to, user: sheet.user, password: sheet.password,
                plain: LocalAddress.isMeant(by: url),
                message: MailMessage.bytes(post, from: from, to: to, milliseconds: Self.milliseconds()))
            return DeliveryVerdict(.delivered, code: "250")
        } catch {
            return verdict(error)
        }
    }

    private func command(_ post: Post, _ channel: Channel) -> DeliveryVerdict {
        guard let program = channel.argv.first, options.programs.contains(program) else {
            let phrase = Phrase(
                zh: "zhaoshang.yaml 的 notify.programs 未列出这个程序",
                en: "notify.programs in zhaoshang.yaml does not name the program")
            return DeliveryVerdict(.refused, code: "not_allowed", reason: phrase[language])
        }
        let run = ProgramRun(argv: channel.argv, input: post.document, seconds: options.seconds)
        switch run.run(stop: options.stop) {
        case .exited(0): return DeliveryVerdict(.delivered, code: "0")
        // sysexits.h: EX_USAGE, EX_DATAERR, EX_CONFIG will not go away by themselves; EX_TEMPFAIL and others may.
        case .exited(let status) where [64, 65, 78].contains(status):
            return DeliveryVerdict(.refused, code: "\(status)", reason: "exit status \(status)")
        case .exited(let status): return DeliveryVerdict(.failed, code: "\(status)", reason: "exit status \(status)")
        case .signalled(let number):
            return DeliveryVerdict(
                .failed, code: "\(128 + number)", reason: "ended by signal \(number)", unsure: true)
        case .tookTooLong:
            return DeliveryVerdict(.failed, reason: "took longer than \(options.seconds) s", unsure: true)
        case .notStarted(let words): return DeliveryVerdict(.refused, reason: words)
        }
    }

    private func verdict(_ failure: Transfer.Failure) -> DeliveryVerdict {
        switch failure {
        case .broken(let words, let sent): DeliveryVerdict(.failed, reason: words, unsure: sent)
        case .guarded(let words): DeliveryVerdict(.refused, code: "address", reason: words)
        // RFC 5321 4.2.1: 4yz is transient, 5yz permanent.
        case .said(let code, let words):
            DeliveryVerdict(code < 500 ? .failed : .refused, code: "\(code)", reason: DeliveryVerdict.shown(words))
        }
    }

    /// Of the wall clock since 1970: receivers compare signatures with theirs, whatever clock the daemon plays.
    private static func milliseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}
