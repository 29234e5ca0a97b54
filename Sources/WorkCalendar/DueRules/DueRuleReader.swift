/// The words of a due rule's text, each with its place.
struct DueRuleReader {
    struct Word {
        var text: String
        /// In characters from 1.
        var position: Int

        func problem(_ code: String, _ message: String, zh: String) -> DueRuleProblem {
            DueRuleProblem(code: code, message: message, zh: zh, word: text, position: position)
        }
    }

    private var words: ArraySlice<Word>
    /// The place after the text, for what is missing there.
    let end: Word

    init(_ text: String) {
        var words: [Word] = []
        var separated = true
        for (index, character) in text.enumerated() {
            if character.isWhitespace {
                separated = true
            } else if separated {
                words.append(Word(text: String(character), position: index + 1))
                separated = false
            } else {
                words[words.count - 1].text.append(character)
            }
        }
        self.words = words[...]
        end = Word(text: "", position: text.count + 1)
    }

    mutating func nextClause() -> Word? {
        words.popFirst()
    }

    private mutating func word(_ expected: String, zh: String) throws(DueRuleProblem) -> Word {
        guard let word = words.popFirst() else {
            throw end.problem("missing", "\(expected) is missing", zh: "缺少 \(zh)")
        }
        return word
    }

    mutating func dayRule() throws(DueRuleProblem) -> DayRule {
        let forms = "day N, last, weekday NAME, workday N or after-end workday N"
        let word = try word(forms, zh: "day N、last、weekday 星期、workday N 或 after-end workday N")
        switch word.text {
        case "day": return .day(try number(in: DueRule.numbers), skip: .backward)
        case "last": return .last
        case "weekday": return .weekday(try weekday())
        case "workday": return .workday(try number(in: -DueRule.numbers.upperBound...DueRule.numbers.upperBound))
        case "after-end":
            let unit = try self.word("\"workday\"", zh: "“workday”")
            guard unit.text == "workday" else {
                throw unit.problem(
                    "unknown", "\"after-end\" is followed by \"workday N\"", zh: "“after-end”之后应为“workday N”")
            }
            return .afterEndWorkday(try number(in: DueRule.numbers))
        default:
            throw word.problem(
                "unknown", "\"\(word.text)\" is none of \(forms)",
                zh: "“\(word.text)”不是 day N、last、weekday 星期、workday N 或 after-end workday N")
        }
    }

    /// A whole number within `range`.
    mutating func number(in range: ClosedRange<Int>, orZero: Bool = false) throws(DueRuleProblem) -> Int {
        let word = try word("a number", zh: "数字")
        guard let number = Int(word.text), range.contains(number), orZero || number != 0 else {
            let zero = range.contains(0) && !orZero ? " other than 0" : ""
            throw word.problem(
                "number", "\"\(word.text)\" is not a number \(range.lowerBound)…\(range.upperBound)\(zero)",
                zh: "“\(word.text)”不是 \(range.lowerBound)…\(range.upperBound) 之间\(zero.isEmpty ? "" : "且不为 0 ")的整数")
        }
        return number
    }

    mutating func time() throws(DueRuleProblem) -> TimeOfDay {
        let word = try word("HH:MM", zh: "时刻 HH:MM")
        guard let time = TimeOfDay(word.text) else {
            throw word.problem(
                "time", "\"\(word.text)\" is not a time HH:MM", zh: "“\(word.text)”不是时刻 HH:MM")
        }
        return time
    }

    mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(
        _ type: Choice.Type
    ) throws(DueRuleProblem) -> Choice {
        let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        let word = try word("one of \(choices)", zh: "\(choices) 之一")
        guard let choice = Choice(rawValue: word.text) else {
            throw word.problem(
                "unknown", "\"\(word.text)\" is none of \(choices)", zh: "“\(word.text)”不是 \(choices) 之一")
        }
        return choice
    }

    private mutating func weekday() throws(DueRuleProblem) -> Weekday {
        let word = try word("a weekday", zh: "星期")
        guard let weekday = Weekday(word.text) else {
            throw word.problem(
                "unknown", "\"\(word.text)\" is not a weekday like Fri or 周五", zh: "“\(word.text)”不是 Fri 或 周五 这样的星期")
        }
        return weekday
    }
}
