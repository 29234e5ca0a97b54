import Bureau
import Couriers
import Glibc
import HostSystem
import Labels
import Logging
import Notification
import SQLiteStore
import Server
import ServiceLifecycle
import Synchronization
import WorkCalendar

/// What the command line and the file say together.
struct ZsdOptions {
    var configuration: ZsdConfiguration
    var share: String?
    var state: String?
    var socket: String?
    var virtualClock: Instant?
    var logLevel: String
    var environment: HostEnvironment

    func shareDirectory() throws -> ShareDirectory {
        try ShareDirectory.find(
            option: share, configured: configuration.paths.share, environment: environment,
            program: CommandLine.arguments.first ?? "zsd")
    }
}

/// The composition root: the only place that sees every adapter, and wires them.
struct Zsd {
    private let options: ZsdOptions
    private let logger: Logger

    init(_ options: ZsdOptions) throws {
        guard let level = Logger.Level(rawValue: options.logLevel) else {
            throw ZhaoshangError(
                .usage, zh: "未知的日志级别：\(options.logLevel)", en: "unknown log level: \(options.logLevel)")
        }
        self.options = options
        self.logger = Logger(label: "zsd") { StandardErrorHandler(label: $0, level: level) }
    }

    /// Locks, opens, serves until a signal, and leaves everything as the next start expects it.
    func run() async throws {
        let places = try HostPlaces(options)
        let stateLock = try places.lockState()
        let library = try options.shareDirectory().shipped()
        let machine: any BureauClock = options.virtualClock.map { VirtualClock(startingAt: $0) } ?? WallClock()
        // One for both: the log carries no time that the bureau does not believe.
        let clock = BelievedClock(machine)
        let store = try openStore(places, clock)
        let stop = StopFlag()
        let bureau = Bureau(
            store: store, clock: clock, library: library, logger: logger,
            tables: { try TableReading.read($0, sheet: $1) }, courier: try courier(places, stop))
        // Which clock wrote this store is settled before anything else is written.
        try await bureau.checkMark()
        try await bureau.claimClock()
        try await bureau.importShippedCalendars()
        try await bureau.tick()
        try await bureau.keepMark()
        let socketLock = try places.lockSocket()
        try places.removeStaleSocket(socketLock)
        try await serve(bureau, clock, places, stop)
        try await store.close()
        // The locks go with the process; they are named here so that they live until this line.
        withExtendedLifetime((stateLock, socketLock)) {}
    }

    private func openStore(_ places: HostPlaces, _ clock: any BureauClock) throws -> SQLiteStore {
        var settings = StoreOptions()
        settings.batchLimit = options.configuration.commitBatch
        let logger = self.logger
        settings.onBroken = { error in
            // Nothing can be acknowledged any more; the service manager starts afresh, and recovery reads the log.
            logger.critical("the store cannot be written", metadata: ["error": "\(error.message.en)"])
            Glibc._exit(error.code == .fenced ? 75 : 74)
        }
        return try SQLiteStore.open(path: places.storePath, options: settings, now: { clock.now() })
    }

    private func serve(
        _ bureau: Bureau, _ clock: any BureauClock, _ places: HostPlaces, _ stop: StopFlag
    ) async throws {
        let readiness = ProcessReadiness(environment: options.environment)
        let path = places.socket.path
        let server = SocketServer(
            endpoints: BureauEndpoints.all(bureau, daemonUID: HostIdentity.current.uid), limits: limits(),
            socketPath: path, logger: logger, onReady: { readiness.ready(socketPath: path) })
        let scheduler = SchedulerService(bureau: bureau, clock: clock)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [server, scheduler, delivery(bureau)], logger: quiet(logger)))
        let signals = StopSignals {
            readiness.stopping()
            stop.raise()
            Task { await group.triggerGracefulShutdown() }
        }
        try await group.run()
        withExtendedLifetime(signals) {}
    }

    private func courier(_ places: HostPlaces, _ stop: StopFlag) throws -> ChannelCourier {
        let settings = options.configuration.notify
        let blocks = try settings.allow.map { text in
            guard let block = AddressGuard.Block(text) else {
                throw ZhaoshangError(
                    .configuration, zh: "notify.allow 中 \(text) 不是地址段",
                    en: "\(text) in notify.allow is no block of addresses",
                    hint: Phrase("10.1.0.0/16"))
            }
            return block
        }
        return ChannelCourier(
            ChannelCourier.Options(
                secrets: SecretFolder(path: settings.secrets ?? places.state.directory + "/secrets"),
                addresses: AddressGuard(allowed: blocks), programs: settings.programs,
                certificates: try certificates(), seconds: settings.timeoutSeconds, stop: stop))
    }

    private func certificates() throws -> String? {
        guard let file = options.configuration.notify.certificates else { return nil }
        guard access(file, R_OK) == 0 else {
            let reason = String(cString: strerror(errno))
            throw ZhaoshangError(
                .configuration, zh: "notify.certificates 指定的 \(file) 读不了：\(reason)",
                en: "\(file), which notify.certificates names, cannot be read: \(reason)",
                hint: Phrase(zh: "应为 PEM 证书文件", en: "it is a file of PEM certificates"))
        }
        return file
    }

    private func delivery(_ bureau: Bureau) -> DeliveryService {
        let settings = options.configuration.notify
        let retry = RetryPolicy(
            first: Int64(settings.retryFirstSeconds) * 1_000, longest: Int64(settings.retryLongestSeconds) * 1_000,
            attempts: settings.attempts,
            throttle: settings.throttleSeconds == 0 ? nil : Int64(settings.throttleSeconds) * 1_000)
        let quiet = QuietMinute(spread: Int64(settings.spreadSeconds) * 1_000)
        return DeliveryService(
            desk: DeliveryDesk(bureau, options: DeliveryDesk.Options(retry: retry, quiet: quiet)) {
                HostClock.wallMilliseconds
            })
    }

    private func limits() -> TransportLimits {
        let configured = options.configuration.limits
        var limits = TransportLimits()
        limits.body = configured.bodyBytes
        limits.header = configured.headerBytes
        limits.jsonDepth = configured.jsonDepth
        limits.idle = .seconds(configured.idleSeconds)
        limits.request = .seconds(configured.requestSeconds)
        limits.connections = configured.connections
        limits.connectionsPerUser = configured.connectionsPerUID
        return limits
    }

    /// The service group tells of every step it takes; only what goes wrong is worth a line.
    private func quiet(_ logger: Logger) -> Logger {
        var logger = logger
        logger.logLevel = max(logger.logLevel, .warning)
        return logger
    }
}

/// The outbox as a service: messages go out until shutdown begins.
struct DeliveryService: Service {
    let desk: DeliveryDesk?

    func run() async throws {
        await cancelWhenGracefulShutdown {
            if let desk { await desk.run() } else { try? await gracefulShutdown() }
        }
    }
}

/// The scheduler as a service: runs until shutdown begins.
struct SchedulerService: Service {
    let bureau: Bureau
    let clock: any BureauClock

    func run() async throws {
        let bureau = self.bureau
        await cancelWhenGracefulShutdown {
            do {
                try await bureau.runScheduler()
            } catch {
                // Ended by shutdown; every other failure is handled inside.
            }
        }
    }
}
