public import Identifiers
public import WorkCalendar

extension Directive {
    /// The blue directive of a task that is two working days overdue (ladder of domain §4): issued by the scheduler,
    /// to be answered within two working days.
    public static func overdue(
        id: DirectiveID, task: TaskID, about source: String, addressee: OfficerID?, unit: UnitID, on date: CivilDate,
        calendar: WorkingDayCalendar
    ) -> Directive {
        Directive(
            id: id, colour: .blue, about: source, task: task, addressee: addressee, unit: unit, text: nil,
            issuedOn: date, issuedBy: "zsd", dueOn: calendar.adding(workingDays: 2, to: date) ?? date + 2)
    }
}
