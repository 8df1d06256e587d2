/// A coordinating body's four capacities: it calls on members, brings partners nearer to residents, pools what partners
/// have, and ties the network.
///
///     mobilisation: U_i += b_called mobilisation for party members; hours for activities (``Mobilisation``)
///     alignment:    A <- A + a_A (alignment - A);  partners' priorities stand the share A nearer to residents', so that
///                   the distance between any two is (1 - A) times what it was (``ProjectExecution``)
///     pooling:      partners add p_pool x pooling of each grant; hours for residents' projects (``ProjectExecution``)
///     integration:  friction x (1 - integration) (``ProjectExecution``)
///
/// Values do not change by decree: alignment is what the body works at, A what it has reached. The partners' money
/// comes from the outside world by the ledger and is the project's; what is left of it goes where the grant's rest goes.
///
/// Reads: levers. Writes: the community's alignment, utility. Draws: none. Source: Xing (2022), section 2: mobilisation of
/// party members as vanguard, goals and visions that converge, resources of market and residents brought in where money is
/// short, the network led from its core.
enum Coordination {
    struct Parameters: Sendable, Equatable {
        var called = 0.5
        var pace = 0.08
        var pooled = 0.3
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "coordination.called", "b_called", "utility", 0.3...0.7, .assumed("below an invitation's; +-40 %"),
            \.coordination.called, "utility that full mobilisation adds for party members", "充分动员对党员参与的效用增量"),
        ParameterField(
            "coordination.pace", "a_A", "1/month", 0.05...0.11, .assumed("a year; +-40 %"), \.coordination.pace,
            "pace at which partners' priorities come nearer", "伙伴优先事项趋同的速度"),
        ParameterField(
            "coordination.pooled", "p_pool", "share", 0.18...0.42, .assumed("+-40 %"), \.coordination.pooled,
            "part of a grant that partners add at full pooling", "充分资源整合时伙伴追加的资助比例"),
    ]

    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        let p = month.run.parameters.coordination
        community.alignment += p.pace * (community.institutions.coordination.alignment - community.alignment)
    }

    /// Adds to utility what being called adds for party members.
    static func call(_ residents: ResidentBlock, mobilisation: Double, _ scratch: Scratch, _ p: Parameters) {
        guard mobilisation > 0 else { return }
        let called = pull(mobilisation, p)
        let (utility, traits) = (scratch.utility, residents.traits)
        for i in 0..<residents.count { utility[i] += traits[i] & 0b1000_0000 != 0 ? called : 0 }
    }

    /// What being called adds to a party member's utility.
    static func pull(_ mobilisation: Double, _ p: Parameters) -> Float { Float(p.called * mobilisation) }

    /// Fen that partners add to a grant of that many.
    static func pooled(_ grant: Int64, pooling: Double, _ p: Parameters) -> Int64 {
        Int64((Double(grant) * p.pooled * pooling).rounded())
    }
}
