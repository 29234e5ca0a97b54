import Bureau
import Identifiers
import Labels
import Promotion
import WireAPI
import WorkCalendar

extension EndpointMaker {
    var contacts: [Endpoint] {
        [
            endpoint(Routes.contactList) { call, caller in
                let views = try await bureau.listContacts(call.words, caller: caller)
                return ContactsDocument(contacts: views.map { ContactRecord($0, call.language) })
            },
            endpoint(Routes.contactShow) { call, caller in
                let view = try await bureau.showContact(call.parameter("id"), caller: caller)
                return ContactDocument(
                    contact: ContactRecord(view, call.language),
                    history: try await bureau.historyRecords(view.contact.id.description, caller))
            },
            endpoint(Routes.contactReveal) { call, caller in
                let view = try await bureau.revealContact(call.words, caller: caller)
                return ContactDocument(
                    contact: ContactRecord(view, call.language),
                    history: try await bureau.historyRecords(view.contact.id.description, caller))
            },
            write(Routes.contactAdd, Bureau.addContact),
            write(Routes.contactEdit, Bureau.editContact),
            write(Routes.contactErase, Bureau.eraseContact),
        ]
    }
}

extension ContactRecord {
    init(_ view: ContactView, _ language: Language) {
        let contact = view.contact
        self.init(
            id: contact.id.description, enterprise: contact.enterprise.description,
            enterpriseName: view.enterpriseName, unit: contact.unitID.description,
            owner: contact.owner?.description, ownerName: view.ownerName?[language], name: view.name,
            title: view.title, phone: view.phone, mobile: view.mobile, email: view.email,
            addedOn: contact.addedOn.description, erasedOn: contact.erasedOn?.description,
            revealed: view.isRevealed)
    }
}
