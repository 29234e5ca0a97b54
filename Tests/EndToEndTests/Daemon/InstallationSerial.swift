import Foundation
import Testing

/// `make install` into a directory of its own, and the programs that lie there afterwards.
@Suite(.serialized, .enabled(if: Program.canTest(with: "make"), "make is missing"))
struct InstallationSerial {
    @Test func theInstalledProgramsWorkWithTheInstalledConfiguration() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let staged = root.path + "/stage"
        try install(into: staged, root)
        for file in [
            "etc/zhaoshang/zhaoshang.yaml", "usr/lib/systemd/system/zsd.service", "usr/share/man/man1/zs.1",
            "usr/share/bash-completion/completions/zs", "usr/share/zhaoshang/profiles/banan.yaml",
        ] {
            #expect(FileManager.default.fileExists(atPath: staged + "/" + file), "\(file)")
        }
        // Paths of the unit are those of the system that the directory is copied to.
        let service = try String(contentsOfFile: staged + "/usr/lib/systemd/system/zsd.service", encoding: .utf8)
        #expect(service.contains("/usr/bin/zsd") && !service.contains(staged))

        let configuration = staged + "/etc/zhaoshang/zhaoshang.yaml"
        let daemon = Daemon(root: root, name: "installed")
        let words = daemon.arguments(at: "2026-03-02T08:00") + ["--config", configuration]
        // Its data are found beside it, and not where the other tests name them.
        let process = try root.launch("/usr/bin/env", ["-u", "ZS_SHARE", staged + "/usr/bin/zsd"] + words)
        let deadline = Date(timeIntervalSinceNow: 60)
        // Another process can only be asked again and again.
        while !process.errors.contains("ready \(daemon.socket)\n") {
            try #require(process.isRunning && Date() < deadline, "\(process.errors)")
            usleep(5_000)
        }
        func zs(_ words: String...) throws -> Outcome {
            try root.run(staged + "/usr/bin/zs", words, environment: ["ZS_SOCKET": daemon.socket])
        }
        #expect(try zs("profile", "apply", "banan").code == 0)
        #expect(try zs("log", "走访渝新能源", "+走访", "--as", "bn-ne-1").code == 0)
        let today = try zs("entry", "list", "--as", "bn-ne-1")
        #expect(today.code == 0 && today.output.contains("走访渝新能源"), "\(today)")
        process.send(SIGTERM)
        #expect(try process.wait(seconds: 20).code == 0)
    }

    /// Libraries that the programs are linked against come with packages that README names; those of the Swift runtime are
    /// linked in where it is a release.
    @Test(.enabled(if: Program.find("dpkg") != nil && Program.find("objdump") != nil, "dpkg or objdump is missing"))
    func everyLibraryBelongsToAPackageThatREADMENames() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let readme = try String(contentsOf: Program.sources.appending(path: "README.md"), encoding: .utf8)
        for program in [Program.zs, Program.zsd] {
            let linked = try root.run(try #require(Program.find("ldd")), [program]).output
            let direct = try root.run(try #require(Program.find("objdump")), ["-p", program]).output
                .split(separator: "\n").compactMap { line -> String? in
                    let words = line.split(separator: " ")
                    return words.first == "NEEDED" ? String(words[1]) : nil
                }
            #expect(direct.count > 2)
            for library in direct
            where !library.contains(/^lib(swift|_?Foundation|_Internal|dispatch|BlocksRuntime|Testing)/) {
                let path = linked.split(separator: "\n").first { $0.contains(library) }?
                    .split(whereSeparator: \.isWhitespace).first { $0.hasPrefix("/") }
                let real = URL(filePath: String(try #require(path, "\(library)"))).resolvingSymlinksInPath().path
                // Merged /usr: dpkg knows some by the name without it.
                let names = [real, real.replacing(/^\/usr/, with: "")]
                let answers = try names.map { try root.run("/usr/bin/dpkg", ["-S", $0]) }
                let owner = answers.first { $0.code == 0 }?.output.prefix { $0 != ":" }
                let package = try #require(owner.map(String.init), "\(library) at \(real) belongs to no package")
                let isBase = ["libc6", "libgcc-s1"].contains(package)
                #expect(isBase || readme.contains("`\(package)`"), "\(program) needs \(library) of \(package)")
            }
        }
    }

    private func install(into stage: String, _ root: TemporaryRoot) throws {
        let words = [
            "-s", "-C", Program.sources.path, "install", "DESTDIR=\(stage)", "PREFIX=/usr",
            "BUILT=\(Program.directory.path)",
        ]
        let outcome = try root.run(try #require(Program.find("make")), words, seconds: 120)
        try #require(outcome.code == 0, "\(outcome)")
    }
}
