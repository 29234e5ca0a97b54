import ArgumentParser
import Labels

/// Options of every write.
struct WriteOptions: ParsableArguments {
    @Flag(name: .customLong("dry-run"), help: .phrase(OptionHelp.dryRun))
    var isDryRun = false

    @Flag(name: .customLong("yes"), help: .phrase(OptionHelp.yes))
    var isConfirmed = false
}
