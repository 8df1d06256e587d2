public import Governance

/// Who wins and who loses by a scenario against a baseline: the whole, groups of residents, domains, types of community
/// and communities, each by the paired difference of how it stands over the last year.
///
/// A row is a win or a loss where the interval of its difference leaves 0 out; the intervals are of single rows, so that of
/// many rows without any difference one in twenty is told as one. A type is the mean over its communities.
public struct Winners: Sendable {
    public let rows: [Row]

    /// What is compared.
    public enum Party: Sendable, Hashable {
        case whole
        case group(Standing.Group)
        case domain(Domain)
        case type(Text)
        case community(StandingTable.Community)
    }

    /// A party and its differences.
    public struct Row: Sendable {
        public let party: Party
        /// Those subjects that can be told of the party.
        public let differences: [Standing.Subject: PairedDifference]

        public func verdict(_ subject: Standing.Subject) -> Fate {
            differences[subject].map { Fate($0.difference, isGood: subject.isGood) } ?? .unknown
        }
    }

    /// How a party fares.
    public enum Fate: String, Sendable, CaseIterable {
        case wins, loses, unclear, unknown

        init(_ difference: Estimate, isGood: Bool) {
            if difference.interval == nil {
                self = .unknown
            } else if difference.excludesZero {
                self = difference.isAboveZero == isGood ? .wins : .loses
            } else {
                self = .unclear
            }
        }
    }

    /// - Parameters:
    ///   - baseline: place of the scenario that the other is compared with.
    ///   - confidence: of the intervals.
    public init(
        _ table: StandingTable, baseline: Int, other: Int, confidence: Double = Estimate.usualConfidence
    ) {
        let pairing = Pairing(table: table, baseline: baseline, other: other, confidence: confidence)
        let parts: [(Party, Standing.Part)] =
            [(.whole, .everyone)] + Standing.Group.allCases.map { (.group($0), .group($0)) }
            + Domain.allCases.map { (.domain($0), .domain($0)) }
        var rows = parts.map { party, part in Row(party: party, differences: pairing.differences(of: part, in: [nil])) }
        let shared = pairing.shared
        var types: [Text] = []
        for type in shared.compactMap(\.community.type) where !types.contains(type) { types.append(type) }
        rows += types.map { type in
            let members = shared.filter { $0.community.type == type }
            return Row(
                party: .type(type), differences: pairing.differences(of: .everyone, in: members.map(\.places)))
        }
        // Type by type, those of one type by their ids.
        let byType = types.flatMap { type in shared.filter { $0.community.type == type } }
        rows += (byType + shared.filter { $0.community.type == nil }).map {
            Row(party: .community($0.community), differences: pairing.differences(of: .everyone, in: [$0.places]))
        }
        self.rows = rows
    }

    /// How many communities fare so by that subject.
    public func communities(_ fate: Fate, by subject: Standing.Subject) -> Int {
        rows.count { row in
            if case .community = row.party { row.verdict(subject) == fate } else { false }
        }
    }
}

/// Two scenarios of a table, replicate by replicate.
private struct Pairing {
    let table: StandingTable
    let baseline: Int
    let other: Int
    let confidence: Double

    typealias Places = (baseline: Int, other: Int)

    /// Communities that are in both, by their ids.
    var shared: [(community: StandingTable.Community, places: Places)] {
        table.communities[baseline].enumerated().compactMap { place, community in
            table.communities[other].firstIndex { $0.id == community.id }.map { (community, (place, $0)) }
        }
    }

    /// The differences of a part in the mean over communities; nil stands for the whole.
    func differences(of part: Standing.Part, in places: [Places?]) -> [Standing.Subject: PairedDifference] {
        var differences: [Standing.Subject: PairedDifference] = [:]
        for (measure, description) in Standing.measures.enumerated() where description.part == part {
            differences[description.subject] = PairedDifference(
                baseline: mean(baseline, places.map { $0?.baseline }, measure),
                other: mean(other, places.map { $0?.other }, measure), confidence: confidence)
        }
        return differences
    }

    private func mean(_ scenario: Int, _ places: [Int?], _ measure: Int) -> [Double] {
        let samples = places.map { table.sample(scenario: scenario, community: $0, measure: measure) }
        return (0..<table.replicates).map { replicate in
            samples.reduce(0) { $0 + $1[replicate] } / Double(samples.count)
        }
    }
}
