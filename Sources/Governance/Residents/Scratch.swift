/// What one thread needs while it works on one community's month, reused from community to community.
///
/// Nothing in it outlives a run of community steps; the rows beyond `count` are room for the generator's groups and
/// for the one row, number `count`, that stands for an unused tie.
final class Scratch {
    /// Uniform words, one a resident.
    let words: UnsafeMutablePointer<UInt32>
    /// Logistic noise, one a resident.
    let noise: UnsafeMutablePointer<Float>
    /// 1 for those who took part last month, else 0; row `count` is 0.
    let active: UnsafeMutablePointer<Float>
    /// Share of a resident's ties that took part last month.
    let activeTies: UnsafeMutablePointer<Float>
    /// Trust as it was at the start of the month's update; row `count` is 0.
    let trust: UnsafeMutablePointer<SIMD4<Float>>
    /// The activity a resident was invited to, 1 and up; 0 for none. After participation: the one it attended.
    let offer: UnsafeMutablePointer<UInt8>
    /// Rows of those who attended, activity after activity.
    let attendees: UnsafeMutablePointer<UInt16>
    let capacity: Int

    /// Scratch for communities of up to `capacity` residents.
    init(capacity: Int) {
        self.capacity = capacity
        let rows = capacity + 64
        words = .allocate(capacity: rows)
        noise = .allocate(capacity: rows)
        active = .allocate(capacity: rows)
        activeTies = .allocate(capacity: rows)
        trust = .allocate(capacity: rows)
        offer = .allocate(capacity: rows)
        attendees = .allocate(capacity: rows)
        words.initialize(repeating: 0, count: rows)
        noise.initialize(repeating: 0, count: rows)
        active.initialize(repeating: 0, count: rows)
        activeTies.initialize(repeating: 0, count: rows)
        trust.initialize(repeating: SIMD4(), count: rows)
        offer.initialize(repeating: 0, count: rows)
        attendees.initialize(repeating: 0, count: rows)
    }

    deinit {
        words.deallocate()
        noise.deallocate()
        active.deallocate()
        activeTies.deallocate()
        trust.deallocate()
        offer.deallocate()
        attendees.deallocate()
    }
}
