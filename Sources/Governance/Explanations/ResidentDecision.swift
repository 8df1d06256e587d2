/// What a resident decided in a month, in short: for finding those worth asking about.
public struct ResidentDecision: Sendable, Equatable, Encodable {
    /// As in ``ResidentExplanation/Person``.
    public let number: Int
    public let community: String
    /// Last month's rung, and this month's.
    public let before: Int
    public let rung: Int
    /// Utility without an offer.
    public let utility: Double
    /// What the resident was asked to, if anything: an activity, or the work of its own organisation.
    public let asked: Asked?

    public struct Asked: Sendable, Equatable, Encodable {
        /// Who organised the activity, and its kind; nil where it is its own organisation's work.
        public let provider: Provider?
        public let kind: ActivityKind?
        /// Nil for a member's own work.
        public let answer: Answer?
        /// Utility with what being asked adds, less what it must reach to do anything at all.
        public let margin: Double
    }
}

/// Looks at what every resident decides.
final class DecisionWitness: Witness, @unchecked Sendable {
    private var before: [UInt8] = []
    private(set) var decisions: [ResidentDecision] = []

    func before(_ step: String, _ community: Community, _ month: Month, _ scratch: Scratch) {
        if step == "Mobilisation" { scratch.notes = MonthNotes() }
        guard step == "Participation" else { return }
        before = (0..<community.residents.count).map { community.residents.rung[$0] }
    }

    func after(_ step: String, _ community: Community, _ month: Month, _ scratch: Scratch) {
        guard step == "Participation", let notes = scratch.notes else { return }
        let first = decisions.count
        for row in 0..<community.residents.count {
            let home = World.Home(number: first + row + 1, community: community.id, row: row)
            let choice = ResidentChoice(home, community, month, scratch, notes)
            decisions.append(
                ResidentDecision(
                    number: home.number, community: community.id, before: Int(before[row]),
                    rung: Int(community.residents.rung[row]), utility: Double(choice.utility), asked: choice.asked))
        }
        scratch.notes = nil
    }
}

extension ResidentChoice {
    /// What it was asked to; an invitation goes before its own organisation's work.
    var asked: ResidentDecision.Asked? {
        if let activity = invitedTo {
            return ResidentDecision.Asked(
                provider: activity.provider, kind: activity.kind, answer: answer,
                margin: Double(appeal(of: activity).added(to: utility)) - Double(activity.barrier))
        }
        guard let deciding else { return nil }
        let p = month.run.parameters.participation
        let open = Participation.Openings(community, p)
        let thresholds = Participation.Thresholds(community.residents, home.row, p)
        let reachable = [
            (thresholds.deliver, open.deliver), (thresholds.alone, open.decide), (thresholds.organise, open.organise),
        ].filter(\.1).map(\.0)
        return reachable.min().map { least in
            ResidentDecision.Asked(
                provider: nil, kind: nil, answer: nil, margin: Double(deciding.utility) - Double(least))
        }
    }
}
