import ArgumentParser
import Labels
import WireAPI

/// A command that is one call of the daemon: what is asked, and how the answer is shown.
protocol DaemonCommand: ParsableCommand {
    associatedtype Document: Decodable

    var global: GlobalOptions { get }
    var isDryRun: Bool { get }
    /// Asked on a terminal before the call; nil when nothing has to be.
    var question: Phrase? { get }

    func call() throws(ZhaoshangError) -> DaemonCall
    func page(_ document: Document, in language: Language) throws(ZhaoshangError) -> Page
    /// Whether the answer is no: exit code 1.
    func isNegative(_ document: Document) -> Bool
}

extension DaemonCommand {
    var isDryRun: Bool { false }
    var question: Phrase? { nil }

    func isNegative(_ document: Document) -> Bool { false }
}

/// A command that changes something.
protocol WriteCommand: DaemonCommand {
    var writing: WriteOptions { get }
    /// For acts that `zs undo` cannot take back.
    var warning: Phrase? { get }
}

extension WriteCommand {
    var isDryRun: Bool { writing.isDryRun }
    var warning: Phrase? { nil }
    var question: Phrase? { writing.isDryRun || writing.isConfirmed ? nil : warning }
}

extension WriteCommand where Document == WriteReply {
    func page(_ document: WriteReply, in language: Language) -> Page {
        Page(.written(document, in: language))
    }
}
