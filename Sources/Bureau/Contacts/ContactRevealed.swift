public import Identifiers

/// Somebody saw what a contact is called and how to reach it, and said what for. The log alone holds it.
public struct ContactRevealed: EventFact, Hashable {
    public static let family = "reveal"
    public var contact: ContactID
    public var purpose: TextStub

    public init(contact: ContactID, purpose: TextStub) {
        self.contact = contact
        self.purpose = purpose
    }
}
