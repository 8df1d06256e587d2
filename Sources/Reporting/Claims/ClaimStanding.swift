public import Claims
public import Governance
public import Scenarios

/// What is known of a claim from experiments that were made before, for pages of scenarios that it speaks of.
public struct ClaimStanding: Sendable {
    public let id: String
    public let title: Text
    public let kind: Claim.Kind
    /// Who claims it.
    public let source: String
    /// Ids of the scenarios that it is tested on.
    public let scenarios: Set<String>
    public let verdict: ClaimVerdict
    /// The share of sets of behavioural parameters in which it holds; nil where that was not asked.
    public let robust: Double?
    /// Replicates that the verdict rests on.
    public let replicates: Int

    public init(
        id: String, title: Text, kind: Claim.Kind, source: String, scenarios: Set<String>, verdict: ClaimVerdict,
        robust: Double?, replicates: Int
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.source = source
        self.scenarios = scenarios
        self.verdict = verdict
        self.robust = robust
        self.replicates = replicates
    }

    /// The standing of claims by the verdicts of a `claims.csv`; claims that it lacks are left out.
    public static func all(_ claims: [Claim], verdicts text: String) -> [ClaimStanding] {
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        guard let head = lines.first, let verdict = head.firstIndex(of: "verdict"),
            let share = head.firstIndex(of: "robust_share"), let count = head.firstIndex(of: "replicates")
        else { return [] }
        let rows = lines.dropFirst().filter { $0.count == head.count }
        return claims.compactMap { claim in
            guard let row = rows.first(where: { $0[0] == claim.id }), let found = ClaimVerdict(rawValue: row[verdict])
            else { return nil }
            return ClaimStanding(
                id: claim.id, title: claim.title, kind: claim.kind,
                source: "\(claim.source.author) \(claim.source.year)",
                scenarios: Set([claim.scenario] + claim.arms.compactMap(\.scenario)), verdict: found,
                robust: Double(row[share]), replicates: Int(row[count]) ?? 0)
        }
    }
}
