import Bureau
import Identifiers
import Labels
import Logging
import Promotion
import SQLiteStore
import Synchronization
import WorkCalendar

/// One run of the program: it opens the store, works, and is killed or taken over.
struct SimulatedProcess: Sendable {
    let life: ProcessLife
    let store: SQLiteStore
    let bureau: Bureau
    let desk: DeliveryDesk

    /// What all processes of a bureau find when they start.
    struct Surroundings: Sendable {
        /// Each process succeeds the one before in it.
        var store: SQLiteStore
        var clock: SimulatedClock
        var receiver: SimulatedReceiver
        var notices: Notices
        var industries: IndustryTable
        /// What is made of records and notices may serve the next process as well. Every fourth starts with nothing.
        var calendars = CalendarCache()
        var starts = Starts()
        var bug: PlantedBug?
        var box: PlantedBug.Box
    }

    /// How many processes there were.
    final class Starts: Sendable {
        private let count = Mutex(0)
        func next() -> Int {
            count.withLock { count in
                count += 1
                return count
            }
        }
    }

    /// Notices by the word that stands for their file.
    final class Notices: Sendable {
        private let known = Mutex<[String: YearNotice]>([:])
        func keep(_ notice: YearNotice, as word: String) { known.withLock { $0[word] = notice } }
        func read(_ word: String) throws -> YearNotice {
            guard let notice = known.withLock({ $0[word] }) else { throw SimulatedCrash() }
            return notice
        }
    }

    init(_ around: Surroundings) throws {
        let (clock, notices) = (around.clock, around.notices)
        let isCold = around.starts.next() % 4 == 0
        let calendars = isCold ? CalendarCache() : around.calendars
        let life = ProcessLife()
        var options = StoreOptions()
        options.beforeCommit = { _ in try life.commit() }
        let store = try around.store.successor(options: options, cold: isCold) { clock.now() }
        let library = ProfileLibrary(
            names: { [] }, load: { _ in nil }, parse: { _ in throw SimulatedCrash() }, notices: { [] },
            parseNotice: { try notices.read($0) },
            codes: CodeTables(divisions: DivisionTable([]), industries: around.industries))
        let logger = Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() }
        let courier = SimulatedCourier(receiver: around.receiver, life: life)
        if let bug = around.bug {
            let planted = PlantedStore(store, bug: bug, box: around.box, receiver: around.receiver, clock: clock)
            bureau = Bureau(
                store: planted, clock: clock, library: library, logger: logger, courier: courier,
                calendars: calendars, stepping: bug.stepping(around.box))
        } else {
            bureau = Bureau(
                store: store, clock: clock, library: library, logger: logger, courier: courier,
                calendars: calendars)
        }
        let desk = DeliveryDesk(bureau, options: DeliveryDesk.Options(pause: { clock.pass($0) })) {
            clock.now().milliseconds
        }
        guard let desk else { throw SimulatedCrash() }
        self.desk = desk
        self.life = life
        self.store = store
    }
}
