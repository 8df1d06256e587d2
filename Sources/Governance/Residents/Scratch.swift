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
    /// Whether a resident buys of the firm that is at work.
    let buys: UnsafeMutablePointer<Bool>
    /// Rows of the invited, activity after activity.
    let invitations: UnsafeMutablePointer<UInt16>
    /// Where in the order of invitations one who could not be won declined; 0 for others, and in row `count`.
    let declined: UnsafeMutablePointer<UInt16>
    /// Places in the order of invitations of one activity's invited who might be won.
    let hopeful: UnsafeMutablePointer<UInt16>
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
    static let bytesPerRow = 5 * 4 + 2 * 16 + 4 + 5 * 2

    /// Scratch for communities of up to `capacity` residents.
    init(capacity: Int) {
        let rows = capacity + 64
        func column<Element>(_ zero: Element) -> UnsafeMutablePointer<Element> {
            let column = UnsafeMutablePointer<Element>.allocate(capacity: rows)
            column.initialize(repeating: zero, count: rows)
            return column
        }
        utility = column(0)
        active = column(0)
        activeTies = column(0)
        farCount = column(0)
        farTrust = column(SIMD4())
        trust = column(SIMD4())
        offer = column(0)
        met = column(0)
        clients = column(0)
        buys = column(false)
        invitations = column(0)
        declined = column(0)
        hopeful = column(0)
        attendees = column(0)
        participants = column(0)
        words = .allocate(capacity: max(rows, 2 * Self.pairs))
        words.initialize(repeating: 0, count: max(rows, 2 * Self.pairs))
    }

    deinit {
        for column in [utility, active, activeTies, farCount] { column.deallocate() }
        for column in [farTrust, trust] { column.deallocate() }
        for column in [invitations, declined, hopeful, attendees, participants] { column.deallocate() }
        offer.deallocate()
        met.deallocate()
        clients.deallocate()
        buys.deallocate()
        words.deallocate()
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
