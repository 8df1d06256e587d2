/// A vote on-line is a decision taken part in: it leaves a trace though its voter came to nothing.
///
///     habit <- habit + a_h h_ballot for those who voted and took part in nothing else
///     efficacy moves at the pace of those who decide, a_E3, in the month of the vote
///     having voted once makes voting again likelier (``Turnout``)
///
/// It gives no rung: nobody met anybody, and no hours of work were given. Where no ballot is open to all nothing is kept
/// and nothing changes. Reads: this month's voters. Writes: habit, efficacy. Draws: none. Source: the New York study of
/// 2021 in Political Behavior on voters of participatory budgets who vote again; Qin (2019) on electronic ballots.
enum BallotTraces {
    static func learn(_ community: Community, pace: Double, _ p: Turnout.Parameters) {
        let residents = community.residents
        let gain = Float(pace * p.habit)
        for (i, marks) in community.voted.enumerated() where marks & 1 != 0 && residents.rung[i] == 0 {
            residents.habit[i] = min(1, residents.habit[i] + gain)
        }
    }

    /// What is missing to the pace of those who decide, after everybody moved at the pace of its rung.
    static func see(_ community: Community, target: Double, _ p: Efficacy.Parameters) {
        let residents = community.residents
        for (i, marks) in community.voted.enumerated() where marks & 1 != 0 && residents.rung[i] < 3 {
            let moved = residents.rung[i] == 2 ? p.delivering : p.others
            let more = Float(1 - (1 - p.deciding) / (1 - moved))
            residents.efficacy[i] += more * (Float(target) - residents.efficacy[i])
        }
    }
}

extension Community {
    /// Whether that resident has voted in an earlier month.
    func hasVoted(_ row: Int) -> Bool { !voted.isEmpty && voted[row] & 2 != 0 }

    /// Notes who votes this month.
    mutating func note(voters rows: [Int]) {
        if voted.isEmpty { voted = [UInt8](repeating: 0, count: residents.count) }
        for row in rows { voted[row] |= 1 }
    }

    /// The month is over: who voted in it has voted before.
    mutating func endBallots() {
        for i in voted.indices where voted[i] & 1 != 0 { voted[i] = 2 }
    }
}
