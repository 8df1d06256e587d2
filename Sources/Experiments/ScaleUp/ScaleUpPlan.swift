public import Archive
public import Governance
import Numerics

/// A regime that is rolled out, in cities of several sizes, and the worlds by which it is found out what becomes of the pilots'
/// effect.
///
/// All worlds share seed, people and past: a community that is in several cities has the same residents and draws in each, and so
/// a difference between them is no sampling noise.
public struct ScaleUpPlan: Sendable {
    public let terms: ScaleUpTerms
    /// The regime with its roll-out, as its files tell it but for what the terms change.
    public let specification: ScenarioSpecification
    /// Every world that is lived, each once.
    public let worlds: [ScaleUpWorld]

    /// - Throws: ``ScaleUpFault`` where the scenario has no roll-out to all, or the terms do not fit it.
    public init(_ specification: ScenarioSpecification, _ terms: ScaleUpTerms) throws(ScaleUpFault) {
        var own = specification
        guard var rollout = own.rollout else { throw .noRollout }
        guard let expansion = terms.expansion ?? rollout.expansion else { throw .noExpansion }
        rollout.expansion = expansion
        rollout.pilots = terms.pilots ?? rollout.pilots
        guard rollout.pilots > 0 else { throw .noPilots }
        own.rollout = rollout
        if let trainers = terms.trainers { try own.employ(trainers) }
        if let share = terms.people {
            for c in own.people.communities.indices {
                let people = Double(own.people.communities[c].people) * share
                own.people.communities[c].people = max(1, Int(people.rounded()))
            }
        }
        let window = terms.window ?? expansion + 1...expansion + 12
        guard window.lowerBound > expansion else { throw .earlyWindow(from: window.lowerBound, expansion: expansion) }
        let months = (rollout.at - own.start) + window.upperBound + expansion
        guard months <= 1200 else { throw .tooLong(months: months) }
        for size in terms.sizes where size < rollout.pilots { throw .tooSmall(size: size, pilots: rollout.pilots) }
        var settled = terms
        settled.sizes = Array(Set(terms.sizes)).sorted()
        settled.window = window
        self.terms = settled
        self.specification = own
        worlds = Self.worlds(settled, pilots: rollout.pilots)
    }

    public var rollout: Rollout {
        guard let rollout = specification.rollout else { preconditionFailure("a plan has a roll-out") }
        return rollout
    }

    /// Months of age over which a community's effect is measured, the month of joining being the first.
    public var window: ClosedRange<Int> { terms.window ?? 1...1 }

    /// Workers of outside organisations, and fen a month that their contracts come to, before the expansion.
    public var trainers: Double { sum { $0.staff } }
    public var contracts: Double { sum { Double($0.contract) } }

    private func sum(_ value: (SocialOrganisationTerms) -> Double) -> Double {
        let count = Double(specification.people.communities.count)
        return specification.organisations.reduce(0) { $0 + value($1) * ($1.perCommunity ? count : 1) }
    }

    private static func worlds(_ terms: ScaleUpTerms, pilots: Int) -> [ScaleUpWorld] {
        terms.sizes.flatMap { size -> [ScaleUpWorld] in
            let shared: [ScaleUpWorld.Role] = [.nobody, .lotAlone, .lotFull, .lotCity]
            let chosen = terms.choices.flatMap { [ScaleUpWorld.Role.alone($0), .city($0)] }
            let grown = growths(size: size, pilots: pilots, terms).dropFirst().flatMap { growth in
                terms.choices.prefix(1).map { ScaleUpWorld.Role.grown($0, growth: growth) }
            }
            return (shared + chosen + grown).map { ScaleUpWorld(size: size, $0) }
        }
    }

    /// Multiples of the trainers that are tried: from as many as there are to as many a community as pilots have, in even proportions.
    public static func growths(size: Int, pilots: Int, _ terms: ScaleUpTerms) -> [Double] {
        let most = Double(size) / Double(pilots)
        guard terms.keep != nil, most > 1 else { return [1] }
        let steps = 4
        // In whole hundredths, so that names of worlds are short.
        return (0...steps).map { (Portable.exp(Double($0) / Double(steps) * Portable.log(most)) * 100).rounded() / 100 }
    }

    /// The scenario of a world.
    public func specification(of world: ScaleUpWorld) -> ScenarioSpecification {
        var own = specification.city(of: world.size)
        var rollout = self.rollout
        let expansion = rollout.expansion ?? 1
        let ends = (rollout.at - own.start) + window.upperBound
        own.months = ends + expansion
        rollout.among = .listed(
            specification.people.communities.map(\.id).filter { id in
                own.people.communities.contains { $0.id == id }
            })
        rollout.growth = 1
        switch world.role {
        case .nobody:
            rollout.pilots = 0
            rollout.expansion = nil
        case .lotAlone, .lotFull, .lotCity:
            rollout.choice = .random
            rollout.lot = 1
            rollout.among = .all
            if world.role == .lotAlone { (rollout.expansion, own.months) = (nil, ends) }
            if world.role == .lotFull { rollout.sharers = rollout.pilots }
        case .alone(let choice):
            rollout.choice = choice
            (rollout.expansion, own.months) = (nil, ends)
        case .city(let choice): rollout.choice = choice
        case .grown(let choice, let growth):
            rollout.choice = choice
            rollout.growth = growth
        }
        own.rollout = rollout
        return own
    }
}

/// What somebody wants to know of a scale-up.
public struct ScaleUpTerms: Sendable, Equatable {
    /// Communities of the cities, each at least the pilots'.
    public var sizes: [Int]
    /// How pilots are chosen; the first is that of the trainers' curve.
    public var choices: [PilotChoice]
    /// The observable that effects are measured by.
    public var observable = "participation.rung2plus"
    /// In place of what the scenario says: pilots, months from the pilots to the expansion, workers of outside organisations.
    public var pilots: Int?
    public var expansion: Int?
    public var trainers: Double?
    /// Months of age over which effects are measured; nil: the year after the expansion.
    public var window: ClosedRange<Int>?
    /// The share of the pilots' effect that is to be kept; nil where it is not asked how many trainers that takes.
    public var keep: Double?
    /// Part of each community's people that are lived; nil for all.
    public var people: Double?

    public init(sizes: [Int], choices: [PilotChoice]) {
        self.sizes = sizes
        self.choices = choices
    }
}

/// Why a scenario cannot be scaled up as asked.
public enum ScaleUpFault: Error, Equatable {
    case noRollout, noExpansion, noPilots, noTrainers
    case earlyWindow(from: Int, expansion: Int)
    case tooLong(months: Int)
    case tooSmall(size: Int, pilots: Int)

    public var message: Text {
        switch self {
        case .noRollout:
            Text(
                en: "found no rollout: in the scenario; expected one, as in Scenarios/scaleups",
                zh: "情景中没有 rollout:；应如 Scenarios/scaleups 中所示给出")
        case .noExpansion:
            Text(
                en: "found no rollout.expansion; expected it, or --expansion with months",
                zh: "没有 rollout.expansion；应在文件中给出，或以 --expansion 给出月数")
        case .noPilots: Text(en: "found no pilots; expected 1 or more", zh: "没有试点；应至少 1 个")
        case .noTrainers:
            Text(
                en: "found no outside organisation with staff; --trainers needs one",
                zh: "没有配备人员的外来组织；--trainers 需要有一个")
        case .earlyWindow(let from, let expansion):
            Text(
                en:
                    "found a window from month \(from) after joining, but others join in month \(expansion + 1); expected one that "
                    + "begins later, or the pilots' effect at scale would be measured before there is any",
                zh: "测量窗口始于加入后第 \(from) 个月，而其余社区第 \(expansion + 1) 个月才加入；窗口应更晚，否则测不到推广后的效果")
        case .tooLong(let months):
            Text(en: "found runs of \(months) months; expected at most 1200", zh: "运行长达 \(months) 个月；至多 1200 个月")
        case .tooSmall(let size, let pilots):
            Text(
                en:
                    "found a city of \(size) communities and \(pilots) pilots; expected at least as many communities as pilots",
                zh: "城市有 \(size) 个社区而试点有 \(pilots) 个；社区数不得少于试点数")
        }
    }
}
