import Labels
import WireAPI

/// Moves of the clock on a page.
enum ClockTable {
    static func parts(of reply: ClockReply, in language: Language) -> [Page.Part] {
        [
            .fields([
                PageField("now", .instant(reply.detail.now)), PageField("from", .instant(reply.detail.from)),
                PageField("fired", .integer(reply.detail.fired)),
            ])
        ] + .asides(of: reply.write, in: language)
    }
}
