import Foundation
import Testing

/// Completion as a shell does it: with the script that `zs` writes, in a real bash.
@Suite(.serialized, .enabled(if: Program.canTest(with: "bash"), "bash is missing"))
struct CompletionSerial {
    @Test(arguments: [
        ("zs task show ", "T-1"), ("zs officer show ", "O-4"), ("zs unit show ", "U-1"), ("zs ta", "task"),
        ("zs task sub", "submit"),
    ])
    func theShellOffersVerbsAndIdsOfTheRecordsThereAre(line: String, wanted: String) throws {
        let daemon = try TemporaryRoot.daemon(at: "2026-01-29T09:00") {
            _ = try $0.document("profile", "apply", "banan")
        }
        defer { daemon.root.remove() }
        let offered = try Self.completions(of: line, socket: daemon.socket, root: daemon.root)
        #expect(offered.contains(wanted), "\(offered)")
    }

    @Test func withoutTheDaemonNothingIsOfferedAndNothingIsSaid() throws {
        let daemon = try TemporaryRoot.daemon(at: "2026-01-29T09:00")
        defer { daemon.root.remove() }
        try daemon.stop()
        let offered = try Self.completions(of: "zs task show ", socket: daemon.socket, root: daemon.root)
        #expect(offered.filter { $0.hasPrefix("T-") }.isEmpty)
    }

    private static func completions(of line: String, socket: String, root: TemporaryRoot) throws -> [String] {
        let script = """
            PATH="$1:$PATH"
            source <(zs --generate-completion-script bash)
            read -r -a COMP_WORDS <<<"$2"
            [[ $2 == *" " ]] && COMP_WORDS+=("")
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_LINE=$2 COMP_POINT=${#2}
            _zs zs "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let bash = try #require(Program.find("bash"))
        let outcome = try root.run(
            bash, ["-c", script, "bash", Program.directory.path, line], environment: ["ZS_SOCKET": socket])
        #expect(outcome.errors.isEmpty, "\(outcome)")
        return outcome.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
