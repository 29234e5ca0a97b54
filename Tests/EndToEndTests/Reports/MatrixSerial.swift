import Foundation
import Testing

/// Matrix, ranking, what-if and comparison, and the pipeline in the reports of a week and a month, through the real programs.
@Suite(.serialized)
struct MatrixSerial {
    /// Two projects signed in January and February for two task forces, a lead, visits by two officers to one enterprise.
    private func bureau() throws -> Daemon {
        let daemon = try TemporaryRoot.daemon(at: "2026-01-05T09:00") { daemon in
            _ = try daemon.document("profile", "apply", "banan")
        }
        do {
            try daemon.run("enterprise add 渝新能源有限公司", as: "bn-ne-1")
            try daemon.run("target set bn-ne 2026 K6.amount 12亿", as: "bn-head")
            try daemon.run("target set bn-bio 2026 K6.amount 6亿", as: "bn-head")
            try daemon.run(
                "project add 电池 amount:3亿 industry:C3841 chain:新能源 region:浙江 reason:推介 investor:某集团", as: "bn-ne-1")
            try daemon.run(
                "project add 制剂 amount:5亿 industry:C2720 chain:生物医药 region:四川 reason:推介 investor:某药业", as: "bn-bio-1")
            try daemon.run("lead add 某电芯项目 source:visitOut chain:新能源 region:浙江 amount:2亿 @E-1", as: "bn-ne-1")
            for officer in ["bn-ne-1", "bn-bio-1"] { try daemon.run("log 走访 @E-1 +走访", as: officer) }
            try daemon.advance(to: "2026-01-20T10:00")
            try daemon.run("agreement add P-1 formal amount:3亿 date:2026-01-19", as: "bn-ne-1")
            try daemon.advance(to: "2026-02-10T10:00")
            try daemon.run("agreement add P-2 formal amount:5亿 date:2026-02-09", as: "bn-bio-1")
        } catch {
            daemon.root.remove()
            throw error
        }
        return daemon
    }

    private static let unit = ["--unit", "U-1"]

    /// Contracts of eight hundred million however they are laid out.
    @Test func everyMatrixOfAnIndicatorHasTheSameTotal() throws {
        let daemon = try bureau()
        defer { daemon.root.remove() }
        for dimension in ["unit", "officer", "chain", "industry", "region", "stage"] {
            for (step, columns) in [("--weekly", 53), ("--monthly", 12), ("--quarterly", 4), ("--yearly", 5)] {
                let document = try daemon.document(
                    ["matrix", "--by", dimension, step, "key:K6.amount"] + Self.unit)
                #expect(document["by"].string == dimension)
                #expect(document["periods"].items.count == columns, "\(dimension) \(step)")
                let table = try #require(document["tables"].items.first)
                #expect(table["total"]["total"].int == 800_000_000, "\(dimension) \(step)")
                let rows = table["rows"].items
                #expect(rows.compactMap { $0["total"].int }.reduce(0, +) == 800_000_000)
                #expect(rows.allSatisfy { $0["values"].items.count == columns })
            }
        }
    }

    @Test func rowsCarryNamesTargetsAndAverages() throws {
        let daemon = try bureau()
        defer { daemon.root.remove() }
        let document = try daemon.document(
            ["matrix", "--by", "unit", "--monthly", "--target", "--average", "2026", "key:K6.amount", "--lang", "zh"]
                + Self.unit)
        let table = try #require(document["tables"].items.first)
        let biomedicine = try #require(table["rows"].items.first)
        #expect(biomedicine["name"].string == "生物医药专班")
        #expect(biomedicine["values"].items.prefix(2).compactMap(\.int) == [0, 500_000_000])
        #expect(biomedicine["target"].int == 600_000_000)
        // January and February have begun.
        #expect(biomedicine["average"].double == 250_000_000)
        #expect(table["total"]["target"].int == 1_800_000_000)
        let regions = try daemon.document(
            ["matrix", "--by", "region", "--yearly", "2026", "key:K6.count", "--lang", "zh"] + Self.unit)
        let names = regions["tables"].items[0]["rows"].items.compactMap { $0["name"].string }
        #expect(Set(names) == ["浙江", "四川"])
        // Shades on a terminal only; a pipe has numbers.
        let piped = try daemon.zs(["matrix", "--by", "unit", "--quarterly", "2026", "key:K6.amount"] + Self.unit)
        #expect(piped.output.contains("\t500000000\t") && !piped.output.contains("█"))
    }

    /// Two officers of two task forces visited one enterprise on one day.
    @Test func aVisitOfTwoCountsOnce() throws {
        let daemon = try bureau()
        defer { daemon.root.remove() }
        let shown = try daemon.document(["report", "show", "week", "2026-W02"] + Self.unit)["figures"]
        #expect(shown["K19.out"]["value"].int == 1)
        #expect(shown["entries.kind.visitOut"]["value"].int == 2)
        let rows = try daemon.document(["report", "explain", "week", "2026-W02", "K19.out"] + Self.unit)["rows"].items
        #expect(rows.compactMap { $0["amount"].int } == [1])
        let table = try daemon.document(
            ["matrix", "--by", "unit", "--yearly", "2026", "key:K19.out", "--lang", "zh"] + Self.unit)["tables"].items[
                0]
        #expect(table["total"]["total"].int == 1)
        #expect(table["rows"].items.compactMap { $0["name"].string }.contains("减：重复计数"))
        #expect(try daemon.document("doctor", "--rebuild")["ok"].isTrue)
    }

    @Test func aSuppositionChangesTheFigureAndNothingElse() throws {
        let daemon = try bureau()
        defer { daemon.root.remove() }
        let before = try daemon.document("status")["database"]["events"].int
        let answer = try daemon.document(
            ["report", "what-if", "month", "2026-02", "P-1:funds@2026-02-20:1亿"] + Self.unit)
        let funds = try #require(answer["figures"].items.first { $0["figure"].string == "K13.amount" })
        #expect(funds["from"].double ?? 0 == 0 && funds["to"].double == 100_000_000)
        #expect(try daemon.document("status")["database"]["events"].int == before)
        let compared = try daemon.document(["report", "diff", "month", "2026-01", "2026-02"] + Self.unit)
        let signed = try #require(compared["figures"].items.first { $0["figure"].string == "K6.amount" })
        #expect(signed["from"].double == 300_000_000 && signed["to"].double == 500_000_000)
        #expect(signed["change"].double == 200_000_000)
    }

    @Test func theBureauIsRankedInItsGroup() throws {
        let daemon = try bureau()
        defer { daemon.root.remove() }
        let ranking = try daemon.document(["rank", "2026-02"] + Self.unit)
        let rows = ranking["groups"].items.flatMap { $0["rows"].items }
        #expect(rows.compactMap { $0["unit"].string } == ["U-1"])
        // Eight of eighteen hundred million for thirty marks; nothing of the two other items, which nobody has a target for.
        let points = rows[0]["items"].items.first { $0["indicator"].string == "K6.amount" }?["points"].double
        let expected = 30.0 * 8 / 18
        #expect(points.map { abs($0 - expected) < 1e-9 } == true)
    }

    @Test func weekAndMonthTellOfThePipeline() throws {
        let daemon = try bureau()
        defer { daemon.root.remove() }
        let month = try daemon.zs(["month", "2026-02", "--lang", "zh"] + Self.unit).output
        for words in [
            "2026年2月，巴南区招商投资局签约项目 1 个、合同额 5亿元", "完成率和序时进度", "│ 序时进度 16.7%", "本年到达各阶段的项目数", "C 制造业",
            "░▒▓█ 为最大数的四等分。",
        ] {
            #expect(month.contains(words), "\(words) in \(month)")
        }
        let week = try daemon.zs(["week", "2026-W07", "--lang", "zh"] + Self.unit).output
        #expect(week.contains("项目进展") && week.contains("P-2"))
        let english = try daemon.zs(["month", "2026-02", "--lang", "en"] + Self.unit).output
        #expect(
            english.contains("In February 2026, Banan Investment Promotion Bureau signed projects: 1, contract value: ")
        )
        #expect(english.contains("C Manufacturing"))
        for format in ["md", "csv"] {
            let file = daemon.root.path + "/month.\(format)"
            _ = try daemon.zs(["month", "2026-02", "--lang", "zh", "-o", file] + Self.unit)
            let text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(text.contains("C 制造业") && !text.contains("░▒▓█") && !text.contains("本年到达各阶段的项目数"))
        }
    }
}

extension Daemon {
    /// Words parted by spaces, in the name of an officer.
    fileprivate func run(_ words: String, as officer: String) throws {
        _ = try document(words.split(separator: " ").map { String($0) } + ["--as", officer])
    }
}
