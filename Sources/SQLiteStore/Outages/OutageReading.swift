import Bureau
import Cadence
import Identifiers
import WorkCalendar

extension ConnectedReading {
    func outages(since: Instant) throws -> [OutageFound] {
        try connection.all("SELECT since, until FROM outage WHERE until >= ? ORDER BY since", since) {
            OutageFound(since: $0.instant(0), until: $0.instant(1))
        }
    }

    func silentTasks() throws -> Set<TaskID> {
        Set(
            try connection.all(
                """
                SELECT task FROM task_silent JOIN task ON task.id = task_silent.task
                WHERE state IN ('open', 'returned')
                """
            ) { TaskID($0.integer(0)) })
    }
}
