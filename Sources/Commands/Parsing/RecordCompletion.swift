import ArgumentParser
import Client
import HostSystem
import Labels
import WireAPI

/// Ids for the shell to complete: those of the newest records that the caller may see. The shell cannot show a failure, so
/// there is none; without the daemon nothing is completed.
struct RecordCompletion {
    /// What a shell can usefully show.
    private static let limit = 200

    let route: Route
    /// The command line so far, the program's name first.
    let words: [String]

    func candidates() -> [String] {
        var options = DaemonConnection.Options()
        options.actingAs = value(of: "--as")
        options.unit = value(of: "--unit")
        // Who waits for a completion does not wait long.
        options.patience = 3
        guard
            let location = try? SocketLocation.client(option: value(of: "--socket"), environment: .current),
            let answer = try? DaemonConnection(socketPath: location.path).ask(
                route, request: CommandRequest(options: ["limit": [String(Self.limit)]]), options: options),
            let list = try? answer.decode(IdentifiedList.self)
        else { return [] }
        return list.ids
    }

    private func value(of option: String) -> String? {
        if let joined = words.last(where: { $0.hasPrefix(option + "=") }) {
            return String(joined.dropFirst(option.count + 1))
        }
        guard let index = words.lastIndex(of: option), index + 1 < words.endIndex else { return nil }
        return words[index + 1]
    }
}

extension CompletionKind {
    /// Ids of what a list route lists.
    static func ids(of route: Route) -> CompletionKind {
        .custom { words, _, _ in RecordCompletion(route: route, words: words).candidates() }
    }
}

/// The ids in any list document: the `id` of each element of its only array of records.
private struct IdentifiedList: Decodable {
    private struct Element: Decodable {
        var id: String
    }

    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }

        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    let ids: [String]

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        ids =
            container.allKeys.lazy
            .compactMap { try? container.decode([Element].self, forKey: $0) }
            .first { !$0.isEmpty }?
            .map(\.id) ?? []
    }
}
