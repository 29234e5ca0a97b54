import Notification

/// The way out of one process: nothing leaves it once it is dead.
struct SimulatedCourier: Courier {
    let receiver: SimulatedReceiver
    let life: ProcessLife

    func send(_ post: Post, over channel: Channel) async -> DeliveryVerdict {
        guard !life.isOver else { return DeliveryVerdict(.failed) }
        return await receiver.take(post, over: channel)
    }
}
