/// The section PROJECTS, while it is read.
struct PabulibProjects {
    private(set) var table: TextTable
    /// Where each project stands in the list.
    private(set) var places: [String: Int] = [:]
    private var costs: [DecimalText] = []
    private var lines: [Int] = []

    init(header: [String] = []) { table = TextTable(header: header) }

    mutating func add(_ record: RecordSplitter.Record) throws(PabulibFault) {
        guard let idColumn = table.column("project_id"), let costColumn = table.column("cost") else { return }
        let fields = try record.fields(of: table.header)
        let id = fields.text(idColumn).trimmed
        guard !id.isEmpty, !id.contains(",") else {
            let shown = PabulibFault.shown(id)
            throw PabulibFault(
                line: record.line, found: Text(en: "the project_id “\(shown)”", zh: "project_id“\(shown)”"),
                expected: Text(en: "an id that is not empty and has no comma", zh: "非空且不含逗号的编号"))
        }
        guard places[id] == nil else {
            let shown = PabulibFault.shown(id)
            throw PabulibFault(
                line: record.line, found: Text(en: "the project_id “\(shown)” again", zh: "project_id“\(shown)”重复"),
                expected: Text(en: "another id", zh: "不同的编号"))
        }
        let text = fields.text(costColumn).trimmed
        guard let cost = DecimalText(text), cost.mantissa >= 0 else {
            let shown = PabulibFault.shown(text)
            throw PabulibFault(
                line: record.line, found: Text(en: "the cost “\(shown)”", zh: "费用“\(shown)”"),
                expected: Text(en: "a number of at least 0, such as 12000 or 99.50", zh: "不小于 0 的数，例如 12000 或 99.50"))
        }
        places[id] = costs.count
        costs.append(cost)
        lines.append(record.line)
        table.append(fields)
    }

    /// How many decimals the finest cost has.
    var decimals: Int { costs.reduce(0) { max($0, $1.places) } }

    /// The projects, costs in units of 10^-`places`.
    func finished(places: Int) throws(PabulibFault) -> [BallotProject] {
        let id = table.column("project_id") ?? 0
        let name = table.column("name")
        let district = table.column("district", "neighborhood")
        let (categories, targets) = (table.column("category", "categories"), table.column("target", "targets"))
        var projects: [BallotProject] = []
        for row in costs.indices {
            let home = district.map { table[row, $0].trimmed } ?? ""
            projects.append(
                BallotProject(
                    id: table[row, id].trimmed, name: name.map { table[row, $0].trimmed } ?? "",
                    cost: try costs[row].money(places, line: lines[row]), categories: tags(row, categories),
                    targets: tags(row, targets), district: home.isEmpty ? nil : home))
        }
        return projects
    }

    private func tags(_ row: Int, _ column: Int?) -> [String] {
        guard let column else { return [] }
        return table[row, column].split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// The projects that were chosen in reality: those marked 1 (a mark above 1 is given to what was funded otherwise).
    var selected: [Int]? {
        guard let column = table.column("selected") else { return nil }
        return costs.indices.filter { table[$0, column].trimmed == "1" }
    }

    /// Where the file's own count of votes or points is not that of its ballots.
    func warnings(_ election: Election) -> [PabulibFault] {
        let counted: [(String, Satisfaction)] = [("votes", .cardinality), ("score", .points)]
        return counted.flatMap { name, satisfaction -> [PabulibFault] in
            guard let column = table.column(name), name == "votes" || election.ballots.kind.hasPoints,
                let sums = try? election.tally(satisfaction)
            else { return [] }
            return costs.indices.compactMap { row in
                let text = table[row, column].trimmed
                guard let whole = DecimalText(text)?.scaled(to: 0) else { return nil }
                let parts = election.ballots.pointParts(of: satisfaction)
                let (told, isBeyond) = whole.multipliedReportingOverflow(by: parts)
                guard isBeyond || told != sums[row] else { return nil }
                let counted = sums[row] / parts
                return PabulibFault(
                    line: lines[row], found: Text(en: "\(name) \(whole)", zh: "\(name) 为 \(whole)"),
                    expected: Text(en: "\(counted), counted from the ballots", zh: "按选票计得的 \(counted)"))
            }
        }
    }
}

extension Ballots {
    fileprivate func pointParts(of satisfaction: Satisfaction) -> Int64 { satisfaction == .points ? pointParts : 1 }
}
