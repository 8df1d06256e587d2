/// A tie that leads beyond the community: few, lasting (kin, workplace), read as of last month.
public struct FarTie: Sendable {
    /// The row of the resident it belongs to.
    let from: UInt16
    /// The community and row it leads to.
    let community: UInt32
    let to: UInt16
    /// Whether the one at the other end took part last month: 1 or 0.
    var active: Float = 0
    /// The trust of the one at the other end, last month.
    var trust = SIMD4<Float>()
}

extension ResidentBlock {
    /// Whether the residents `a` and `b` are tied.
    func areTied(_ a: Int, _ b: Int) -> Bool {
        let slots = tie + a * Self.tieSlots
        for slot in 0..<Int(tieCount[a]) where slots[slot] == UInt16(truncatingIfNeeded: b) { return true }
        return false
    }

    /// Ties `a` and `b`, if they are two, are not tied yet, and both have a free slot; says whether it did.
    @discardableResult
    func addTie(_ a: Int, _ b: Int) -> Bool {
        guard a != b, tieCount[a] < Self.tieSlots, tieCount[b] < Self.tieSlots, !areTied(a, b) else { return false }
        tie[a * Self.tieSlots + Int(tieCount[a])] = UInt16(truncatingIfNeeded: b)
        tie[b * Self.tieSlots + Int(tieCount[b])] = UInt16(truncatingIfNeeded: a)
        tieCount[a] += 1
        tieCount[b] += 1
        return true
    }

    /// Ends the tie in slot `slot` of `a`, at both its ends.
    func removeTie(_ a: Int, slot: Int) {
        let b = Int(tie[a * Self.tieSlots + slot])
        drop(a, slot)
        for back in 0..<Int(tieCount[b]) where tie[b * Self.tieSlots + back] == UInt16(truncatingIfNeeded: a) {
            drop(b, back)
            return
        }
    }

    /// Empties a slot by moving the last tie into it.
    private func drop(_ a: Int, _ slot: Int) {
        let slots = tie + a * Self.tieSlots
        let last = Int(tieCount[a]) - 1
        slots[slot] = slots[last]
        slots[last] = UInt16(truncatingIfNeeded: count)
        tieCount[a] -= 1
    }
}
