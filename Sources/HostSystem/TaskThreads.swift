import Dispatch
import Glibc
import Synchronization
@_spi(ExperimentalCustomExecutors) @_spi(ExperimentalScheduling) import _Concurrency

/// The threads that run a process's tasks, in place of those of libdispatch.
///
/// libdispatch looks after its own pool once a second, for as long as the process lives; these sleep until there is
/// something to do. They also may wait, for a file or a lock, without stopping other tasks, as long as some are free.
/// See Docs/adr/0015-own-threads-for-tasks.md.
public enum TaskThreads {
    /// From here on all tasks run on `count` threads; each costs some 20 KB while it sleeps. To be called once, before the
    /// first task is made.
    public static func install(count: Int) {
        threadCount.withLock { $0 = count }
        _createExecutors(factory: Factory.self)
    }

    private static let threadCount = Mutex(4)

    private struct Factory: ExecutorFactory {
        static var mainExecutor: any MainExecutor { PlatformExecutorFactory.mainExecutor }
        static let defaultExecutor: any TaskExecutor = ThreadPool(count: threadCount.withLock { $0 })
    }
}

private final class ThreadPool: TaskExecutor, SchedulingExecutor {
    private struct Work {
        var ready = Queue<UnownedJob>()
        /// Threads that sleep and that nobody has woken yet.
        var idle = 0
    }

    private let work = Mutex(Work())
    private let awake = DispatchSemaphore(value: 0)
    private let alarm: Alarm

    init(count: Int) {
        alarm = Alarm()
        for _ in 0..<count { Self.start { self.run() } }
        Self.start { [alarm] in alarm.run { self.add($0) } }
    }

    // MARK: What the runtime asks

    func enqueue(_ job: consuming ExecutorJob) { add(UnownedJob(job)) }

    func enqueue<C: Clock>(
        _ job: consuming ExecutorJob, after delay: C.Duration, tolerance: C.Duration?, clock: C
    ) {
        // The clocks of the standard library all measure in this; one that does not is not waited for.
        let delay = delay as? Duration ?? .zero
        alarm.set(UnownedJob(job), at: ContinuousClock.now + delay)
    }

    private func add(_ job: UnownedJob) {
        let wakes = work.withLock { work in
            work.ready.append(job)
            guard work.idle > 0 else { return false }
            work.idle -= 1
            return true
        }
        if wakes { awake.signal() }
    }

    // MARK: The threads

    private func run() -> Never {
        let executor = asUnownedTaskExecutor()
        while true {
            let job = work.withLock { work in
                let job = work.ready.popFirst()
                if job == nil { work.idle += 1 }
                return job
            }
            if let job {
                job.runSynchronously(on: executor)
            } else {
                awake.wait()
            }
        }
    }

    private final class Body: Sendable {
        let run: @Sendable () -> Never
        init(_ run: @escaping @Sendable () -> Never) { self.run = run }
    }

    private static func start(_ run: @escaping @Sendable () -> Never) {
        var thread = pthread_t()
        let body = Unmanaged.passRetained(Body(run))
        let result = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
            }, body.toOpaque())
        precondition(result == 0, "no thread can be made: \(String(cString: strerror(result)))")
    }
}

/// First in, first out; taking one moves nothing.
private struct Queue<Element> {
    private var elements: [Element?] = []
    private var first = 0

    mutating func append(_ element: Element) { elements.append(element) }

    mutating func popFirst() -> Element? {
        guard first < elements.count else { return nil }
        defer {
            elements[first] = nil
            first += 1
            // What was taken goes when it is half of all.
            if first == elements.count {
                elements.removeAll(keepingCapacity: first <= 1_024)
                first = 0
            } else if first >= 1_024, first * 2 >= elements.count {
                elements.removeFirst(first)
                first = 0
            }
        }
        return elements[first]
    }
}

/// One thread that sleeps until the earliest of many moments.
private final class Alarm: Sendable {
    private struct Waiting {
        /// A heap: each is no later than the two after it.
        var jobs: [(at: ContinuousClock.Instant, job: UnownedJob)] = []

        mutating func insert(_ job: UnownedJob, at moment: ContinuousClock.Instant) {
            jobs.append((moment, job))
            var child = jobs.count - 1
            while child > 0, jobs[child].at < jobs[(child - 1) / 2].at {
                jobs.swapAt(child, (child - 1) / 2)
                child = (child - 1) / 2
            }
        }

        /// The first one, if its moment has come.
        mutating func popDue(_ now: ContinuousClock.Instant) -> UnownedJob? {
            guard let first = jobs.first, first.at <= now else { return nil }
            jobs.swapAt(0, jobs.count - 1)
            jobs.removeLast()
            var parent = 0
            while true {
                let least = [parent * 2 + 1, parent * 2 + 2].filter { $0 < jobs.count }.min {
                    jobs[$0].at < jobs[$1].at
                }
                guard let least, jobs[least].at < jobs[parent].at else { return first.job }
                jobs.swapAt(parent, least)
                parent = least
            }
        }
    }

    private let waiting = Mutex(Waiting())
    /// A pipe that is written to when an earlier moment has come in.
    private let bell: (listen: Int32, ring: Int32)

    init() {
        var ends: [Int32] = [-1, -1]
        let result = pipe(&ends)
        precondition(result == 0, "no pipe can be made: \(String(cString: strerror(errno)))")
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        bell = (ends[0], ends[1])
    }

    func set(_ job: UnownedJob, at moment: ContinuousClock.Instant) {
        let isFirst = waiting.withLock { waiting in
            let before = waiting.jobs.first?.at
            waiting.insert(job, at: moment)
            return before.map { moment < $0 } ?? true
        }
        guard isFirst else { return }
        // A full pipe wakes the thread as well.
        var byte: UInt8 = 0
        _ = write(bell.ring, &byte, 1)
    }

    func run(_ ring: (UnownedJob) -> Void) -> Never {
        while true {
            let now = ContinuousClock.now
            while let job = waiting.withLock({ $0.popDue(now) }) { ring(job) }
            let first = waiting.withLock { $0.jobs.first?.at }
            var polled = pollfd(fd: bell.listen, events: Int16(POLLIN), revents: 0)
            // By a clock that nobody sets; it stands still while the machine is suspended.
            if poll(&polled, 1, first.map { Self.milliseconds(now.duration(to: $0)) } ?? -1) > 0 {
                var rung = [UInt8](repeating: 0, count: 64)
                _ = read(bell.listen, &rung, rung.count)
            }
        }
    }

    /// Rounded up, so that nobody is woken before the moment and looks again.
    private static func milliseconds(_ duration: Duration) -> Int32 {
        let (seconds, attoseconds) = duration.components
        let milliseconds = Double(seconds) * 1_000 + Double(attoseconds) / 1e15
        return Int32(min(max(0, milliseconds.rounded(.up)), 86_400_000))
    }
}
