import Foundation
import Testing

/// A daemon's store as another program sees it: Python's SQLite.
extension Daemon {
    /// The rows that a query gives, each as one line of JSON.
    func rows(_ query: String) throws -> [String] {
        let script = """
            import json, sqlite3, sys
            connection = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
            for row in connection.execute(sys.argv[2]):
                print(json.dumps([v.hex() if isinstance(v, bytes) else v for v in row], ensure_ascii=False))
            """
        return try python(script, [store, query]).split(separator: "\n").map(String.init)
    }

    /// What the store remembers of the clock, rewritten while no daemon runs: as if the wall clock had shown `wall`
    /// milliseconds more at the last look, on a boot-time clock that showed `boot` more, in another boot or in this one.
    func rememberClock(shifted wall: Int64, boot: Int64, sameBoot: Bool) throws {
        let script = """
            import datetime, json, sqlite3, sys, time
            store, wall, boot, same = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4] == "1"
            china = datetime.timezone(datetime.timedelta(hours=8))
            at = datetime.datetime.fromtimestamp(time.time() + wall / 1000, china).isoformat(timespec="seconds")
            since = int(time.clock_gettime(time.CLOCK_BOOTTIME) * 1000) + boot
            name = open("/proc/sys/kernel/random/boot_id").read().strip() if same else "another"
            record = {"anchor": {"boot": since, "bootID": name, "wall": at}, "highWater": at, "reached": at}
            connection = sqlite3.connect(store)
            for key, value in (("clock.record", json.dumps(record)), ("clock.mark", at)):
                connection.execute("UPDATE mark SET value = ? WHERE key = ?", (value, key))
            connection.commit()
            connection.close()
            """
        _ = try python(script, [store, "\(wall)", "\(boot)", sameBoot ? "1" : "0"])
    }

    /// As another process that opens the store would.
    func raiseEpoch() throws {
        let script = """
            import sqlite3, sys
            connection = sqlite3.connect(sys.argv[1])
            connection.execute("UPDATE mark SET value = value + 1 WHERE key = 'store.epoch'")
            connection.commit()
            connection.close()
            """
        _ = try python(script, [store])
    }

    private func python(_ script: String, _ arguments: [String]) throws -> String {
        let python = try #require(Program.find("python3"), "REQUIRE_ALL=1 and python3 is missing")
        let outcome = try root.run(python, ["-c", script] + arguments)
        try #require(outcome.code == 0, "\(outcome)")
        return outcome.output
    }
}
