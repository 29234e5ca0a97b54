/// A place that calls of another task pass one by one, and where the test can hold them back.
actor Turnstile {
    /// How many have come here in all.
    private(set) var arrived = 0
    private var isHeld = false
    private var held: [CheckedContinuation<Void, Never>] = []
    private var watching: [(count: Int, watcher: CheckedContinuation<Void, Never>)] = []

    func pass() async {
        arrived += 1
        let reached = watching.filter { $0.count <= arrived }
        watching.removeAll { $0.count <= arrived }
        for one in reached { one.watcher.resume() }
        guard isHeld else { return }
        await withCheckedContinuation { held.append($0) }
    }

    func hold() { isHeld = true }

    func open() {
        isHeld = false
        for one in held { one.resume() }
        held = []
    }

    /// Returns when so many have arrived here in all.
    func arrivals(_ count: Int) async {
        guard arrived < count else { return }
        await withCheckedContinuation { watching.append((count, $0)) }
    }
}
