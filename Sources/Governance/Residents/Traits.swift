/// What does not change about a resident, in one byte: the low five bits decide exposure to needs.
///
/// Bits 0-1 age group, 2 children at home, 3 vulnerable, 4 migrant, 5-6 tenure, 7 party member.
public struct Traits: RawRepresentable, Sendable, Equatable {
    public let rawValue: UInt8

    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    public init(
        age: AgeGroup, children: Bool, vulnerable: Bool, migrant: Bool, tenure: Tenure, partyMember: Bool
    ) {
        var bits: UInt8 = age == .young ? 0 : age == .middle ? 1 : 2
        if children { bits |= 0b100 }
        if vulnerable { bits |= 0b1000 }
        if migrant { bits |= 0b1_0000 }
        bits |= (tenure == .owner ? 0 : tenure == .tenant ? 1 : 2) << 5
        if partyMember { bits |= 0b1000_0000 }
        rawValue = bits
    }

    /// How many values the bits that decide exposure can take.
    public static let exposures = 32
    /// The bits that decide exposure.
    @inlinable public var exposure: Int { Int(rawValue & 31) }

    public var age: AgeGroup {
        switch rawValue & 3 {
        case 0: .young
        case 1: .middle
        default: .old
        }
    }
    public var hasChildren: Bool { rawValue & 0b100 != 0 }
    @inlinable public var isVulnerable: Bool { rawValue & 0b1000 != 0 }
    public var isMigrant: Bool { rawValue & 0b1_0000 != 0 }
    public var tenure: Tenure {
        switch rawValue &>> 5 & 3 {
        case 0: .owner
        case 1: .tenant
        default: .resettled
        }
    }
    public var isPartyMember: Bool { rawValue & 0b1000_0000 != 0 }
}
