/// The residents of one community as columns in one contiguous piece of memory, building after building.
///
/// A resident is a row number from 0. Every pointer has room for `count` rows; needs and trust hold one vector a row,
/// ties hold ``tieSlots`` row numbers a row. Blocks of different communities share nothing, so two threads may work on
/// two blocks at once; that is what makes the type safe to send.
public struct ResidentBlock: @unchecked Sendable {
    public let count: Int
    /// Need in each domain, 0 to 1, in the order of ``Domain``.
    public let need: UnsafeMutablePointer<SIMD8<Float>>
    /// Trust in committee, social organisations, government, neighbours, 0 to 1.
    public let trust: UnsafeMutablePointer<SIMD4<Float>>
    public let spirit: UnsafeMutablePointer<Float>
    public let efficacy: UnsafeMutablePointer<Float>
    public let skill: UnsafeMutablePointer<Float>
    public let habit: UnsafeMutablePointer<Float>
    public let fatigue: UnsafeMutablePointer<Float>
    /// Lasting taste for taking part less its lasting cost (age, work, tenure), in units of utility.
    public let standing: UnsafeMutablePointer<Float>
    public let leadership: UnsafeMutablePointer<Float>
    /// Income a month in yuan.
    public let income: UnsafeMutablePointer<Float>
    /// Row numbers of the resident's ties within the community; unused slots hold `count`.
    public let tie: UnsafeMutablePointer<UInt16>
    /// The resident organisation it belongs to: 0 none, else the organisation's slot number.
    public let membership: UnsafeMutablePointer<UInt16>
    public let traits: UnsafeMutablePointer<UInt8>
    /// This month's rung; last month's until participation has been decided.
    public let rung: UnsafeMutablePointer<UInt8>
    public let tieCount: UnsafeMutablePointer<UInt8>

    /// Ties that a resident can have within the community; two more may lead beyond it (``FarTie``), twelve in all.
    public static let tieSlots = 10
    /// The most residents a community can have: ties are 16-bit row numbers, and one value marks an unused slot.
    public static let capacity = 65_000
    /// Bytes of a resident in all columns.
    public static let bytesPerResident = 16 * 3 + 4 * 8 + 2 * (tieSlots + 1) + 3

    let base: UnsafeMutableRawPointer
    /// Bytes that the block takes.
    let byteCount: Int

    /// A block of `count` residents, all columns zero and ties empty, in memory that is zero (``ResidentStore``).
    init(count: Int, at base: UnsafeMutableRawPointer) {
        self.count = count
        self.base = base
        byteCount = count * Self.bytesPerResident
        var columns = Memory.Columns(at: base)
        need = columns.next(SIMD8<Float>.self, count)
        trust = columns.next(SIMD4<Float>.self, count)
        spirit = columns.next(Float.self, count)
        efficacy = columns.next(Float.self, count)
        skill = columns.next(Float.self, count)
        habit = columns.next(Float.self, count)
        fatigue = columns.next(Float.self, count)
        standing = columns.next(Float.self, count)
        leadership = columns.next(Float.self, count)
        income = columns.next(Float.self, count)
        tie = columns.next(UInt16.self, count * Self.tieSlots)
        membership = columns.next(UInt16.self, count)
        traits = columns.next(UInt8.self, count)
        rung = columns.next(UInt8.self, count)
        tieCount = columns.next(UInt8.self, count)
        tie.update(repeating: UInt16(truncatingIfNeeded: count), count: count * Self.tieSlots)
    }
}
