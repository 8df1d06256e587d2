import CMemory

extension ResidentBlock {
    /// Brings all of a row near at once, where it is going to be read and written out of order: columns lie far apart, and
    /// waiting for one after another costs more than the work. Changes time, never a result.
    @inline(__always)
    func fetch(_ row: Int) {
        cogov_prefetch(need + row)
        cogov_prefetch(trust + row)
        cogov_prefetch(spirit + row)
        cogov_prefetch(efficacy + row)
        cogov_prefetch(skill + row)
        cogov_prefetch(habit + row)
        cogov_prefetch(fatigue + row)
        cogov_prefetch(standing + row)
        cogov_prefetch(leadership + row)
        cogov_prefetch(income + row)
        cogov_prefetch(tie + row &* Self.tieSlots)
        cogov_prefetch(membership + row)
        cogov_prefetch(rung + row)
        cogov_prefetch(tieCount + row)
    }

    /// Brings the whole block near, line after line, before its rows are looked at out of order.
    func fetchAll() {
        for place in stride(from: 0, to: byteCount, by: Memory.line) { cogov_prefetch(base + place) }
    }

    /// Brings what decides whether an invitation is followed near.
    @inline(__always)
    func fetchInterest(_ row: Int) {
        cogov_prefetch(need + row)
        cogov_prefetch(trust + row)
    }

    /// Brings a row's ties near.
    @inline(__always)
    func fetchTies(_ row: Int) { cogov_prefetch(tie + row &* Self.tieSlots) }

    /// Brings what a far tie looks at near.
    @inline(__always)
    func fetchExample(_ row: Int) {
        cogov_prefetch(rung + row)
        cogov_prefetch(trust + row)
    }
}
