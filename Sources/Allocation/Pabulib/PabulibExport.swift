extension PabulibFile {
    /// An election that was made elsewhere, in the form of Pabulib.
    /// - Parameter meta: what is to be told of it beside counts, budget and kind of ballots ("description", "country", ...).
    public init(_ election: Election, meta told: [Entry] = []) {
        let kind = election.ballots.kind
        var meta =
            told + [
                Entry("num_projects", "\(election.projects.count)"), Entry("num_votes", "\(election.ballots.count)"),
                Entry("budget", Self.decimal(election.budget, parts: election.currencyUnit)),
                Entry("vote_type", kind.rawValue),
            ]
        if let limit = election.ballots.rankLimit { meta.append(Entry("max_length", "\(limit)")) }
        var projects = TextTable(header: ["project_id", "cost", "name", "category", "target", "district"])
        for project in election.projects {
            projects.append([
                project.id, Self.decimal(project.cost, parts: election.currencyUnit), project.name,
                project.categories.joined(separator: ","), project.targets.joined(separator: ","),
                project.district ?? "",
            ])
        }
        let groupings = election.groupings.filter { $0.members.count == election.ballots.count }
        var votes = TextTable(
            header: ["voter_id", "vote"] + (kind.hasPoints ? ["points"] : []) + groupings.map(\.name))
        for voter in 0..<election.ballots.count {
            let ballot = election.ballots[voter]
            var fields = ["\(voter + 1)", ballot.choices.map { election.projects[$0].id }.joined(separator: ",")]
            if kind.hasPoints {
                let points = ballot.points.map { Self.decimal($0, parts: election.ballots.pointParts) }
                fields.append(points.joined(separator: ","))
            }
            for grouping in groupings {
                let member = Int(grouping.members[voter])
                fields.append(member < 0 ? "" : grouping.labels[member])
            }
            votes.append(fields)
        }
        self.init(meta: meta, projects: projects, votes: votes, election: election, selected: nil, warnings: [])
    }

    /// A whole number of parts as a decimal, where one is 1, 10, 100, ... parts.
    static func decimal(_ amount: Int64, parts: Int64) -> String {
        let places = DecimalText.powers.firstIndex(of: parts) ?? 0
        guard places > 0 else { return "\(amount)" }
        let (whole, rest) = amount.magnitude.quotientAndRemainder(dividingBy: UInt64(parts))
        let digits = String(rest)
        let zeros = String(repeating: "0", count: places - digits.count)
        return (amount < 0 ? "-" : "") + "\(whole).\(zeros)\(digits)"
    }
}
