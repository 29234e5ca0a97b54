extension Routes {
    public static let contactList = Route(.get, "/v1/contacts", verb: "contact.list", access: .read)
    public static let contactShow = Route(.get, "/v1/contacts/{id}", verb: "contact.show", access: .read)
    public static let contactAdd = Route(.post, "/v1/contacts/add", verb: "contact.add", access: .write)
    public static let contactEdit = Route(.post, "/v1/contacts/edit", verb: "contact.edit", access: .write)
    /// A write: who saw what is recorded.
    public static let contactReveal = Route(.post, "/v1/contacts/reveal", verb: "contact.reveal", access: .write)
    public static let contactErase = Route(.post, "/v1/contacts/erase", verb: "contact.erase", access: .write)

    static let contacts = [contactList, contactShow, contactAdd, contactEdit, contactReveal, contactErase]
}
