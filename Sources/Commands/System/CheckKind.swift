import ArgumentParser

/// What a text is checked to be.
enum CheckKind: String, ExpressibleByArgument, CaseIterable {
    case uscc, money, division, industry
}
