import HostSystem
import Logging

/// Log lines on standard error, one a line, for a service manager to keep.
struct StandardErrorHandler: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    let label: String

    init(label: String, level: Logger.Level) {
        self.label = label
        self.logLevel = level
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let fields = metadata.merging(event.metadata ?? [:]) { $1 }
        writeToStandardError(
            LogLine.format(
                milliseconds: HostClock.wallMilliseconds, level: event.level.rawValue, label: label,
                message: event.message.description, metadata: fields.mapValues(\.description)))
    }
}
