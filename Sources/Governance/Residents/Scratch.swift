/// What one thread needs while it works on one community's month, reused from community to community.
///
/// Nothing in it outlives a run of community steps; the rows beyond `count` are room for the generator's groups and
/// for the one row, number `count`, that stands for an unused tie.
final class Scratch {
    /// Logistic noise, one a resident; then utility without what depends on an offer.
    let utility: UnsafeMutablePointer<Float>
    /// 1 for those who took part last month, else 0; row `count` is 0.
    let active: UnsafeMutablePointer<Float>
    /// Share of a resident's ties that took part last month.
    let activeTies: UnsafeMutablePointer<Float>
    /// A resident's ties beyond the community.
    let farCount: UnsafeMutablePointer<Float>
    /// Sum of the trust of those at the far ties' other ends, last month.
    let farTrust: UnsafeMutablePointer<SIMD4<Float>>
    /// Trust as it was at the start of the month's update; row `count` is 0.
    let trust: UnsafeMutablePointer<SIMD4<Float>>
    /// The activity a resident was invited to, 1 and up; 0 for none. After participation: the one it attended. Row `count`
    /// is 0 while residents decide.
    let offer: UnsafeMutablePointer<UInt8>
    /// Whom a resident met this month: 0 nobody, else 1 + the index of the provider whose activity it attended.
    let met: UnsafeMutablePointer<UInt8>
    /// Which exclusive services a resident has (``ExclusiveServices``); valid in months in which there are any.
    let clients: UnsafeMutablePointer<UInt8>
    /// 1 for residents who buy of the firm that is at work, else 0.
    let buys: UnsafeMutablePointer<UInt8>
    /// Rows of the invited, activity after activity.
    let invitations: UnsafeMutablePointer<UInt16>
    /// Where in the order of invitations one declined; 0 for others, and in row `count`.
    let declined: UnsafeMutablePointer<UInt16>
    /// Places in the order of invitations of one activity's invited who might be won; then of those who were.
    let hopeful: UnsafeMutablePointer<UInt16>
    /// What the activity is worth to each of those who were.
    let invitedUtility: UnsafeMutablePointer<Float>
    /// Rows of those who attended, activity after activity.
    let attendees: UnsafeMutablePointer<UInt16>
    /// Rows of those who took part last month.
    let participants: UnsafeMutablePointer<UInt16>

    /// Random words: one a resident, or ``pairs`` times two.
    let words: UnsafeMutablePointer<UInt32>

    /// Where it is noted what residents are asked and answer, while somebody asks why; else nil.
    var notes: MonthNotes?

    /// Invitations that are drawn at once.
    static let pairs = 256
    /// The offer of someone who would have come but found no seat.
    static let turnedAway: UInt8 = 255
    /// Bytes a row takes.
    static let bytesPerRow = 6 * 4 + 2 * 16 + 4 + 5 * 2

    /// Rows of each column.
    let rows: Int
    private let memory: Memory

    /// Scratch for communities of up to `capacity` residents.
    init(capacity: Int) {
        rows = capacity + 64
        let wordCount = max(rows, 2 * Self.pairs)
        memory = Memory(byteCount: rows * Self.bytesPerRow + (wordCount - rows) * MemoryLayout<UInt32>.stride)
        var columns = Memory.Columns(at: memory.base)
        farTrust = columns.next(SIMD4<Float>.self, rows)
        trust = columns.next(SIMD4<Float>.self, rows)
        utility = columns.next(Float.self, rows)
        active = columns.next(Float.self, rows)
        activeTies = columns.next(Float.self, rows)
        farCount = columns.next(Float.self, rows)
        invitedUtility = columns.next(Float.self, rows)
        words = columns.next(UInt32.self, wordCount)
        invitations = columns.next(UInt16.self, rows)
        declined = columns.next(UInt16.self, rows)
        hopeful = columns.next(UInt16.self, rows)
        attendees = columns.next(UInt16.self, rows)
        participants = columns.next(UInt16.self, rows)
        offer = columns.next(UInt8.self, rows)
        met = columns.next(UInt8.self, rows)
        clients = columns.next(UInt8.self, rows)
        buys = columns.next(UInt8.self, rows)
    }

    /// Lists those who took part last month; returns how many.
    func gatherParticipants(_ residents: ResidentBlock) -> Int {
        let (rung, participants) = (residents.rung, participants)
        var found = 0
        for i in 0..<residents.count {
            participants[found] = UInt16(truncatingIfNeeded: i)
            // A number, not a branch: who took part is as good as chance to the processor.
            let one: Int32 = rung[i] > 0 ? 1 : 0
            found &+= Int(one)
        }
        return found
    }
}
