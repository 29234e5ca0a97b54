import Foundation
import Testing

/// Leads that find their officers, through the real programs.
@Suite(.serialized)
struct AssignmentSerial {
    /// A bureau with three officers and a head. The first carries 2 of 4, the second 1 of 4 and is on leave, the third 1 of
    /// 2; the third got its lead before the first got its second.
    private func withBureau(_ body: (Daemon) throws -> Void) throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = Daemon(root: root, name: "assign")
        // The Friday before the Spring Festival; the next working day is the Saturday.
        try daemon.start(at: "2026-02-13T10:00")
        _ = try daemon.document("unit", "add", "bn", "name:招商局", "kind:bureau")
        for (code, capacity) in [("a", 4), ("b", 4), ("c", 2)] {
            _ = try daemon.document(
                "officer", "add", "code:\(code)", "name:专员\(code)", "unit:bn", "role:officer", "capacity:\(capacity)")
        }
        _ = try daemon.document("officer", "add", "code:head", "name:负责人", "unit:bn", "role:leader")
        for (number, officer) in ["a", "c", "a", "b"].enumerated() {
            _ = try daemon.document("lead", "add", "某项目\(number)", "source:hotline", "--as", "a")
            _ = try daemon.document("lead", "assign", "L-\(number + 1)", officer, "--as", "head")
            _ = try daemon.document("clock", "advance", "--by", "1m", "--yes")
        }
        _ = try daemon.document("officer", "leave", "b", "2026-02-14", "2026-02-23")
        _ = try daemon.document("lead", "add", "新线索", "source:hotline", "--as", "a")
        try body(daemon)
        #expect(try daemon.document("doctor", "--rebuild")["ok"].isTrue)
        #expect(try daemon.stop().code == 0)
    }

    @Test func tieGoesToWhoWaitedAndTheLeaveIsNamed() throws {
        try withBureau { daemon in
            let simulated = try daemon.document("assign", "simulate", "L-5", "--as", "a")
            #expect(try daemon.failure("assign", "explain", "L-5", "--as", "a", code: 66)["code"].string == "not_found")
            let assigned = try daemon.document("lead", "assign", "L-5", "--as", "a")
            #expect(assigned["assignments"][0]["officer"].string == "O-3")
            let explained = try daemon.document("assign", "explain", "L-5", "--as", "a")
            #expect(explained["candidates"] == simulated["candidates"])
            #expect(explained["step"].string == "unit")
            let reasons = explained["candidates"].items.map { $0["reason"].string }
            #expect(reasons == ["assignedMoreRecently", "onLeave", "waitedLongest"])
            #expect(explained["candidates"][1]["text"].string?.contains("2026-02-14") == true)
            #expect(explained["candidates"].items.map { $0["load"].int } == [2, 1, 1])
            #expect(try daemon.document("lead", "show", "L-5", "--as", "a")["lead"]["owner"].string == "O-3")
            // Undone, the lead waits again, and a batch gives it to the same officer.
            _ = try daemon.document("undo", "--as", "a")
            let dry = try daemon.document("assign", "run", "--dry-run", "--as", "head")
            #expect(dry["dry_run"].isTrue)
            #expect(dry["assignments"].items.map { $0["lead"].string } == ["L-5"])
            let run = try daemon.document("assign", "run", "--as", "head")
            #expect(run["assignments"][0]["officer"].string == dry["assignments"][0]["officer"].string)
            #expect(run["assignments"][0]["terms"].items.count == 6)
            #expect(run["fairness"]["officers"].items.count == 3)
        }
    }

    @Test func allAtCapacityIsTheOfficerOnDutyAndAnAlarm() throws {
        try withBureau { daemon in
            for officer in ["a", "c"] { _ = try daemon.document("officer", "edit", officer, "capacity:1") }
            _ = try daemon.document("officer", "roster", "b", "2026-02-13")
            _ = try daemon.document("officer", "leave", "b", "2026-02-14", "2026-02-23", "--remove")
            _ = try daemon.document("officer", "edit", "b", "capacity:1")
            let assigned = try daemon.document("lead", "assign", "L-5", "--as", "a")["assignments"][0]
            #expect(assigned["officer"].string == "O-2")
            #expect(assigned["step"].string == "duty")
            #expect(assigned["alarm"].isTrue)
            #expect(daemon.process?.errors.contains("nobody was free for a lead") == true)
            // The head has it on the page of the day, and in words.
            let due = try daemon.document("today", "--as", "head")["agenda"]["due"].items
            let alarm = due.first { $0["clock"].string == "alarm" }
            #expect(alarm?["source"].string == "L-5")
            #expect(alarm?["due_at"].string == "2026-02-14T18:00:00+08:00")
            _ = try daemon.document("lead", "note", "L-5", "电话联系", "+电话", "--as", "b")
            #expect(
                try daemon.document("today", "--as", "head")["agenda"]["due"].items.allSatisfy {
                    $0["clock"].string != "alarm"
                })
        }
    }

    /// Thirty leads in ten batches of three over two officers of the same capacity.
    @Test func tenBatchesGiveFifteenEach() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = Daemon(root: root, name: "fair")
        try daemon.start(at: "2026-03-02T08:00")
        _ = try daemon.document("unit", "add", "bn", "name:招商局", "kind:bureau")
        for code in ["a", "b"] {
            _ = try daemon.document(
                "officer", "add", "code:\(code)", "name:\(code)", "unit:bn", "role:officer", "capacity:40")
        }
        _ = try daemon.document("officer", "add", "code:head", "name:负责人", "unit:bn", "role:leader")
        for batch in 1...10 {
            for lead in 1...3 {
                _ = try daemon.document("lead", "add", "某项目\(batch)-\(lead)", "source:hotline", "--as", "a")
            }
            let run = try daemon.document("assign", "run", "--as", "head")
            #expect(run["assignments"].items.count == 3)
        }
        let fairness = try daemon.document("assign", "fairness", "--as", "head")
        #expect(fairness["officers"].items.map { $0["assigned"].int } == [15, 15])
        // Each of them is a task of its officer.
        for officer in ["O-1", "O-2"] {
            let leads = try daemon.document("lead", "list", "owner:\(officer)", "--as", "head")["leads"].items
            #expect(leads.count == 15)
        }
        #expect(try daemon.stop().code == 0)
    }

    @Test func whoLeavesHandsOverEveryLead() throws {
        try withBureau { daemon in
            let refused = try daemon.failure("officer", "deactivate", "a", "--yes", code: 65)
            #expect(refused["details"]["leads"] == (try JSON(#"["L-1","L-3"]"#)))
            _ = try daemon.document("officer", "deactivate", "a", "--reason", "调离", "--to", "c", "--yes")
            for lead in ["L-1", "L-3"] {
                let explained = try daemon.document("assign", "explain", lead, "--as", "c")
                #expect(explained["officer"].string == "O-3")
                #expect(explained["previous"].string == "O-1")
                #expect(explained["reason"].string == "调离")
            }
        }
    }
}
