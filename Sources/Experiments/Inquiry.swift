public import Governance
import Scenarios

/// Questions to one run: which regime, which people and chances. Each answer is lived anew; nothing is kept.
public struct Inquiry: Sendable {
    public let scenario: PlannedScenario
    public let seed: UInt64
    /// From 1.
    public let replicate: Int
    private let threads: Int
    /// Worlds after so many months, from which the run goes on rather than from its beginning.
    private let states: [Int: [UInt8]]
    /// Called after every month that is lived, with its number and the last that will be.
    private let progress: @Sendable (Int, Int) -> Void

    public init(
        _ scenario: PlannedScenario, seed: UInt64, replicate: Int, threads: Int, states: [Int: [UInt8]] = [:],
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) {
        (self.scenario, self.seed, self.replicate) = (scenario, seed, replicate)
        (self.threads, self.states, self.progress) = (threads, states, progress)
    }

    /// Why that resident joined or stayed away in that month.
    public func resident(_ number: Int, month: Int) throws(ExplanationError) -> ResidentExplanation {
        try world(before: month).explain(resident: number, month: month)
    }

    /// What every resident decided in that month.
    public func decisions(month: Int) throws(ExplanationError) -> [ResidentDecision] {
        try world(before: month).decisions(month: month)
    }

    public func committee(_ name: String, month: Int) throws(ExplanationError) -> CommitteeTurn {
        try world(before: month).explain(committee: name, month: month)
    }

    public func account(_ name: String, month: Int) throws(ExplanationError) -> AccountMonth {
        try world(before: month).explain(account: name, month: month)
    }

    public func project(_ id: String) throws(ExplanationError) -> ProjectStory {
        let (months, start) = (scenario.specification.months, scenario.specification.start)
        // A project's id tells the month in which it was proposed; what was before need not be lived.
        let proposed = id.split(separator: "/").dropFirst(2).first.flatMap { YearMonth($0) }.map { $0 - start } ?? 0
        return try begun(by: max(0, proposed)).story(ofProject: id) { progress($0, months) }
    }

    public func organisation(_ id: String) throws(ExplanationError) -> OrganisationStory {
        let months = scenario.specification.months
        return try begun().story(ofOrganisation: id) { progress($0, months) }
    }

    /// The run as it stands after that month; after none, at the start.
    public func world(after month: Int) throws(ExplanationError) -> World {
        let valid = 0...max(1, scenario.specification.months)
        guard valid.contains(month) else { throw .month(month, valid: valid) }
        return try lived(to: month)
    }

    /// The run as it stands when that month begins.
    private func world(before month: Int) throws(ExplanationError) -> World {
        let valid = 1...max(1, scenario.specification.months)
        guard valid.contains(month) else { throw .month(month, valid: valid) }
        return try lived(to: month - 1)
    }

    private func lived(to month: Int) throws(ExplanationError) -> World {
        let world = try begun(by: month)
        while world.monthsDone < month {
            do throws(ModelError) { try world.advance() } catch { throw .run(error.description) }
            progress(world.monthsDone, month)
        }
        return world
    }

    /// The run at its start, or as it stood in the last state that is no later than after so many months.
    private func begun(by month: Int = 0) throws(ExplanationError) -> World {
        if let near = states.keys.filter({ $0 <= month }).max(), let state = states[near] {
            do throws(SnapshotError) {
                return try World(state, scenario.specification, threads: threads)
            } catch { throw .run(error.description) }
        }
        do throws(WorldError) {
            return try World(scenario.specification, seed: seed, replicate: UInt32(replicate), threads: threads)
        } catch { throw .run(error.description) }
    }
}

/// Which residents are looked for.
public enum Wanted: String, CaseIterable, Sendable {
    /// Those who took part and did not the month before; then those who did; the closest calls first.
    case joined
    /// Those who were asked and stayed away, or found no seat; the closest calls first.
    case stayed
    /// Those who took part here and not under the other regime; the one whose utility differs most first.
    case joinedOnlyHere = "joined-only-here"

    /// The first `count` of them; `there` is what the same residents decided under the other regime.
    public func first(
        _ count: Int, of here: [ResidentDecision], there: [ResidentDecision]?
    ) -> [(here: ResidentDecision, there: ResidentDecision?)] {
        let pairs = here.indices.map { (here: here[$0], there: there?[$0]) }
        return pairs.filter { isWanted($0.here, $0.there) }
            .sorted { order($0.here, $0.there) < order($1.here, $1.there) }.prefix(count).map { $0 }
    }

    private func isWanted(_ here: ResidentDecision, _ there: ResidentDecision?) -> Bool {
        switch self {
        case .joined: here.rung > 0
        case .stayed: here.rung == 0 && here.asked != nil
        case .joinedOnlyHere: here.rung > 0 && there?.rung == 0
        }
    }

    private func order(_ here: ResidentDecision, _ there: ResidentDecision?) -> (Int, Double, Int) {
        let margin = abs(here.asked?.margin ?? .infinity)
        switch self {
        case .joined: return (here.before == 0 ? 0 : 1, margin, here.number)
        case .stayed: return (0, margin, here.number)
        case .joinedOnlyHere: return (0, (there?.utility ?? 0) - here.utility, here.number)
        }
    }
}

extension ExplanationError {
    /// What was wrong, where, and what would be right.
    public var message: Text {
        switch self {
        case .resident(let number, let valid):
            Text(
                en: "--resident is \(number), but must be from \(valid.lowerBound) to \(valid.upperBound)",
                zh: "--resident 为 \(number)，应在 \(valid.lowerBound) 至 \(valid.upperBound) 之间")
        case .month(let month, let valid):
            Text(
                en: "--month is \(month), but must be from \(valid.lowerBound) to \(valid.upperBound)",
                zh: "--month 为 \(month)，应在 \(valid.lowerBound) 至 \(valid.upperBound) 之间")
        case .unknown(let kind, let name, let known): Self.unknown(kind, name, known)
        case .run(let reason): Text(en: "the run breaks: \(reason)", zh: "运行出错：\(reason)")
        }
    }

    private static func unknown(_ kind: Kind, _ name: String, _ known: [String]) -> Text {
        let what =
            switch kind {
            case .project: Text(en: "project", zh: "项目")
            case .organisation: Text(en: "organisation", zh: "组织")
            case .committee: Text(en: "committee", zh: "居委会")
            case .account: Text(en: "account", zh: "账户")
            }
        let near = NearestName.of(name, among: known)
        let some = known.prefix(6).joined(separator: ", ")
        return Text(
            en: "there is no \(what.en) \(name)" + (near.map { " (did you mean \($0)?)" } ?? "")
                + (known.isEmpty ? "" : "; \(known.count) are known, such as \(some)"),
            zh: "没有\(what.zh) \(name)" + (near.map { "（是否想写 \($0)？）" } ?? "")
                + (known.isEmpty ? "" : "；已知 \(known.count) 个，例如 \(some)"))
    }

    /// Whether it is a name that there is under some regimes only.
    public var isAbsence: Bool {
        if case .unknown = self { true } else { false }
    }
}
