/// The section VOTES, while it is read.
struct PabulibVotes {
    private(set) var table: TextTable
    private(set) var ballots: Ballots
    private let projects: [String: Int]
    /// The ballot that named each project last, from 1.
    private var lastNamed: [Int]
    private var number = 0
    private let choiceColumn: Int
    private let pointColumn: Int?
    /// Decimals of the finest point so far.
    private var decimals = 0
    /// The first line with so many choices, by how many.
    private var firstLines: [Int: Int] = [:]

    init(header: [String], kind: BallotKind, rankLimit: Int?, projects: [String: Int]) {
        table = TextTable(header: header)
        ballots = Ballots(kind, rankLimit: kind == .ordinal ? rankLimit : nil)
        self.projects = projects
        lastNamed = Array(repeating: 0, count: projects.count)
        choiceColumn = table.column("vote") ?? 0
        pointColumn = kind.hasPoints ? table.column("points") : nil
    }

    mutating func add(_ record: RecordSplitter.Record) throws(PabulibFault) {
        let fields = try record.fields(of: table.header)
        var ballot = Ballot([])
        number += 1
        for part in fields.field(choiceColumn).split(separator: 0x2C) {
            let id = String(decoding: part, as: UTF8.self).trimmed
            guard let project = projects[id], lastNamed[project] != number else {
                throw fault(id, isKnown: projects[id] != nil, record.line)
            }
            lastNamed[project] = number
            ballot.choices.append(project)
        }
        if let pointColumn { ballot.points = try points(fields.text(pointColumn), for: ballot, record.line) }
        if ballots.kind == .chooseOne, ballot.choices.count > 1 {
            throw PabulibFault(
                line: record.line,
                found: Text(en: "\(ballot.choices.count) projects", zh: "\(ballot.choices.count) 个项目"),
                expected: Text(en: "one, as vote_type is choose-1", zh: "一个（vote_type 为 choose-1）"))
        }
        if firstLines[ballot.choices.count] == nil { firstLines[ballot.choices.count] = record.line }
        ballots.append(ballot)
        table.append(fields)
    }

    private func fault(_ id: String, isKnown: Bool, _ line: Int) -> PabulibFault {
        let shown = PabulibFault.shown(id)
        guard isKnown else {
            return PabulibFault(
                line: line, found: Text(en: "a vote for “\(shown)”", zh: "投给“\(shown)”的票"),
                expected: Text(en: "a project_id of the section PROJECTS", zh: "PROJECTS 部分中的 project_id"))
        }
        return PabulibFault(
            line: line, found: Text(en: "“\(shown)” twice on a ballot", zh: "同一选票上两次“\(shown)”"),
            expected: Text(en: "each project at most once", zh: "每个项目至多一次"))
    }

    private mutating func points(_ text: String, for ballot: Ballot, _ line: Int) throws(PabulibFault) -> [Int64] {
        let parts = text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
        guard parts.count == ballot.choices.count else {
            throw PabulibFault(
                line: line,
                found: Text(
                    en: "\(parts.count) points for \(ballot.choices.count) projects",
                    zh: "\(ballot.choices.count) 个项目对应 \(parts.count) 个点数"),
                expected: Text(en: "as many points as projects", zh: "点数与项目一一对应"))
        }
        var points: [Int64] = []
        for part in parts {
            guard let number = DecimalText(part), number.places <= 6, refine(to: number.places),
                let whole = number.scaled(to: decimals), whole.magnitude < 1 << 40
            else {
                let shown = PabulibFault.shown(part)
                throw PabulibFault(
                    line: line, found: Text(en: "“\(shown)” points", zh: "点数“\(shown)”"),
                    expected: Text(en: "a number such as 3 or 2.5", zh: "数字，例如 3 或 2.5"))
            }
            points.append(whole)
        }
        return refined(points, parts)
    }

    /// Points that were read before a finer one came on the same ballot are read again.
    private func refined(_ points: [Int64], _ parts: [String]) -> [Int64] {
        zip(points, parts).map { DecimalText($1)?.scaled(to: decimals) ?? $0 }
    }

    /// Sees to it that points have at least so many decimals.
    private mutating func refine(to places: Int) -> Bool {
        guard places > decimals else { return true }
        guard ballots.refinePoints(by: DecimalText.powers[places - decimals]) else { return false }
        decimals = places
        return true
    }

    /// Ballots that are shorter or longer than META allows.
    func warnings(_ meta: [PabulibFile.Entry]) -> [PabulibFault] {
        let bounds: [(String, (Int, Int) -> Bool)] = [("min_length", { $0 < $1 }), ("max_length", { $0 > $1 })]
        return bounds.compactMap { key, breaks in
            guard let bound = meta.first(where: { $0.key == key }).flatMap({ Int($0.value.trimmed) }),
                let first = firstLines.filter({ breaks($0.key, bound) }).min(by: { $0.value < $1.value })
            else { return nil }
            return PabulibFault(
                line: first.value, found: Text(en: "a ballot of \(first.key) projects", zh: "一张含 \(first.key) 个项目的选票"),
                expected: Text(en: "\(key) \(bound), as META says", zh: "META 所定 \(key) \(bound)"))
        }
    }
}
