/// What has been read of a Pabulib file so far.
struct PabulibReading {
    private var meta: [PabulibFile.Entry] = []
    private var metaLines: [Int] = []
    /// Where each key stands among them.
    private var metaPlaces: [String: Int] = [:]
    private var projects = PabulibProjects()
    private var votes: PabulibVotes?
    private var faults: [PabulibFault] = []
    private var lastLine = 1

    var isFull: Bool { faults.count >= PabulibFaults.limit }

    mutating func refuse(_ line: Int, found: Text, expected: Text) {
        guard !isFull else { return }
        faults.append(PabulibFault(line: line, found: found, expected: expected))
    }

    /// Begins a section with these columns; false if it cannot be read.
    mutating func begin(_ section: PabulibReader.Section, _ header: [String], _ line: Int) -> Bool {
        var seen: Set<String> = []
        for name in header where !seen.insert(name).inserted {
            refuse(
                line,
                found: Text(en: "two columns “\(PabulibFault.shown(name))”", zh: "两列同名“\(PabulibFault.shown(name))”"),
                expected: Text(en: "names that differ", zh: "不同的列名"))
            return false
        }
        switch section {
        case .meta: return require(["key", "value"], in: header, line)
        case .projects:
            projects = PabulibProjects(header: header)
            return require(["project_id", "cost"], in: header, line)
        case .votes:
            guard let kind = kind() else { return false }
            votes = PabulibVotes(header: header, kind: kind, rankLimit: number("max_length"), projects: projects.places)
            return require(["voter_id", "vote"] + (kind.hasPoints ? ["points"] : []), in: header, line)
        }
    }

    mutating func add(_ record: RecordSplitter.Record, to section: PabulibReader.Section) {
        lastLine = record.line
        do throws(PabulibFault) {
            switch section {
            case .meta: try addMeta(record)
            case .projects: try projects.add(record)
            case .votes: try votes?.add(record)
            }
        } catch { refuse(error.line, found: error.found, expected: error.expected) }
    }

    private mutating func addMeta(_ record: RecordSplitter.Record) throws(PabulibFault) {
        let fields = try record.fields(of: ["key", "value"])
        let key = fields.text(0).trimmed
        guard !key.isEmpty, self.line(of: key) == nil else {
            throw PabulibFault(
                line: record.line,
                found: Text(en: "the key “\(PabulibFault.shown(key))”", zh: "键“\(PabulibFault.shown(key))”"),
                expected: key.isEmpty
                    ? Text(en: "a key that is not empty", zh: "非空的键")
                    : Text(en: "a key that was not there before", zh: "不与前面重复的键"))
        }
        metaPlaces[key] = meta.count
        meta.append(.init(key, fields.text(1)))
        metaLines.append(record.line)
    }

    private mutating func require(_ names: [String], in header: [String], _ line: Int) -> Bool {
        for name in names where !header.contains(name) {
            let shown = PabulibFault.shown(header.joined(separator: ";"))
            refuse(
                line, found: Text(en: "the columns “\(shown)”", zh: "列“\(shown)”"),
                expected: Text(en: "a column \(name)", zh: "有 \(name) 列"))
            return false
        }
        return true
    }

    private func value(_ key: String) -> String? { metaPlaces[key].map { meta[$0].value.trimmed } }

    private func line(of key: String) -> Int? { metaPlaces[key].map { metaLines[$0] } }

    private func number(_ key: String) -> Int? { value(key).flatMap { Int($0) } }

    private mutating func kind() -> BallotKind? {
        let kinds = BallotKind.allCases.map(\.rawValue).joined(separator: ", ")
        let expected = Text(en: "vote_type, one of \(kinds)", zh: "vote_type，取值为 \(kinds) 之一")
        guard let type = value("vote_type") else {
            refuse(1, found: Text(en: "no vote_type in META", zh: "META 中没有 vote_type"), expected: expected)
            return nil
        }
        guard let kind = BallotKind(rawValue: type) else {
            let shown = PabulibFault.shown(type)
            refuse(
                line(of: "vote_type") ?? 1, found: Text(en: "vote_type “\(shown)”", zh: "vote_type“\(shown)”"),
                expected: expected)
            return nil
        }
        return kind
    }

    /// The file, if nothing is wrong.
    /// - Parameter section: the section in which the file ended.
    consuming func file(endingIn section: PabulibReader.Section?) throws(PabulibFaults) -> PabulibFile {
        if faults.isEmpty {
            if votes == nil {
                let next = PabulibReader.Section.following(section)?.rawValue ?? "VOTES"
                refuse(
                    lastLine, found: Text(en: "the end of the file", zh: "文件结束"),
                    expected: Text(en: "the section \(next) with its columns", zh: "\(next) 部分及其列名"))
            }
            checkCount("num_projects", projects.table.count, Text(en: "projects", zh: "个项目"))
            checkCount("num_votes", votes?.table.count ?? 0, Text(en: "votes", zh: "张选票"))
        }
        let budget = faults.isEmpty ? money("budget") : nil
        guard faults.isEmpty, let budget, let votes else { throw PabulibFaults(faults: faults) }
        let places = max(budget.places, projects.decimals)
        do throws(PabulibFault) {
            let election = Election(
                budget: try budget.money(places, line: line(of: "budget") ?? 1),
                projects: try projects.finished(places: places), ballots: votes.ballots,
                currencyUnit: DecimalText.powers[min(places, 18)], groupings: votes.groupings)
            return PabulibFile(
                meta: meta, projects: projects.table, votes: votes.table, election: election,
                selected: projects.selected, warnings: votes.warnings(meta) + projects.warnings(election))
        } catch { throw PabulibFaults(faults: [error]) }
    }

    private mutating func checkCount(_ key: String, _ found: Int, _ what: Text) {
        guard faults.isEmpty, let told = value(key), Int(told) != found else { return }
        refuse(
            line(of: key) ?? 1,
            found: Text(
                en: "\(key) “\(PabulibFault.shown(told))” and \(found) \(what.en)",
                zh: "\(key) 为“\(PabulibFault.shown(told))”而实有 \(found) \(what.zh)"),
            expected: Text(en: "the same number", zh: "两者相同"))
    }

    private mutating func money(_ key: String) -> DecimalText? {
        let expected = Text(
            en: "a \(key) of at least 0, such as 150000 or 1234.50", zh: "不小于 0 的 \(key)，例如 150000 或 1234.50")
        guard let text = value(key) else {
            refuse(1, found: Text(en: "no \(key) in META", zh: "META 中没有 \(key)"), expected: expected)
            return nil
        }
        guard let amount = DecimalText(text), amount.mantissa >= 0 else {
            let shown = PabulibFault.shown(text)
            refuse(line(of: key) ?? 1, found: Text(en: "“\(shown)”", zh: "“\(shown)”"), expected: expected)
            return nil
        }
        return amount
    }
}
