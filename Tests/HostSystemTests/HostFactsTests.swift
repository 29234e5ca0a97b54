import Glibc
import HostSystem
import Testing

struct HostFactsTests {
    @Test(
        arguments: [
            ([:], "en"), (["LANG": "zh_CN.UTF-8"], "zh"), (["LANG": "zh_CN.UTF-8", "LC_ALL": "C"], "en"),
            (["LC_MESSAGES": "zh", "LANG": "en_US"], "zh"), (["LC_ALL": "", "LANG": "zh_TW"], "zh"),
            (["LANG": "zha_CN"], "en"),
        ] as [([String: String], String)])
    func languageFollowsTheLocale(variables: [String: String], code: String) {
        #expect(LocaleLanguage.code(environment: HostEnvironment(variables: variables, uid: 1)) == code)
    }

    @Test(
        arguments: [
            // date -u -d 2026-01-05T01:00:00Z +%s = 1767574800
            (1_767_574_800_123, "2026-01-05T09:00:00.123+08:00"), (-1, "1970-01-01T07:59:59.999+08:00"),
        ] as [(Int64, String)])
    func logLineCarriesChinaStandardTime(milliseconds: Int64, instant: String) {
        let line = LogLine.format(
            milliseconds: milliseconds, level: "info", label: "zsd", message: "started", metadata: [:])
        #expect(line == "\(instant) info zsd: started\n")
    }

    @Test func logLineCannotBeForged() {
        let line = LogLine.format(
            milliseconds: 0, level: "info", label: "zsd", message: "two\nlines",
            metadata: ["uri": "/a b=\"c\"\n2026 error", "id": "L-1", "empty": ""])
        #expect(
            line
                == "1970-01-01T08:00:00.000+08:00 info zsd: two\\u{a}lines empty=\"\" id=L-1 "
                + "uri=\"/a b=\\\"c\\\"\\u{a}2026 error\"\n")
    }

    @Test func clocksAgreeWithTheSystem() {
        let before = Int64(time(nil)) * 1000
        #expect(HostClock.wallMilliseconds >= before)
        let first = HostClock.monotonicMilliseconds
        #expect(HostClock.monotonicMilliseconds >= first)
        // Sleep counts for the boot clock only.
        #expect(HostClock.bootMilliseconds >= first)
        #expect(HostClock.bootID?.utf8.count == 36)
    }

    @Test func widthComesFromTheVariableFirst() {
        let environment = HostEnvironment(variables: ["COLUMNS": "132"], uid: 1)
        let descriptor = open("/dev/null", O_RDONLY)
        defer { close(descriptor) }
        #expect(TerminalFacts.of(descriptor: descriptor, environment: environment).width == 132)
        let unset = TerminalFacts.of(descriptor: descriptor, environment: HostEnvironment(variables: [:], uid: 1))
        #expect(unset == TerminalFacts(isTerminal: false, width: nil))
    }

    @Test func systemErrorsHaveWords() {
        #expect(HostError.text(of: ENOENT) == "No such file or directory")
    }
}
