import Governance
import Scenarios

/// A session as everybody in it sees it: the task, and how groups stand.
struct Board: Encodable {
    struct Group: Encodable {
        let group: Int
        let name: String
        let role: WorkshopTask.Who
        let game: String
        let state: Game.Standing
        let monthsLived: Int
        /// The month to which it has decided.
        let decided: Int
        /// Fen by year of the run.
        let spent: [Int64]
        /// Of the goals' observables: now, and month by month.
        let values: [String: Defined]
        let series: [String: [Defined]]
        let changes: [LeverChange]
    }

    let code: String
    let title: String
    let task: TaskEntry?
    let place: String
    let regime: String
    let months: Int
    let turn: Int
    let budget: Int64?
    let share: Double
    let goals: [WorkshopTask.Goal]
    let roles: [WorkshopTask.Role]
    let pace: WorkshopSetup.Pace
    let state: WorkshopSetup.Standing
    let horizon: Int
    let groups: [Group]

    init(_ workshop: Workshop, _ tasks: [WorkshopTask]) {
        let (setup, games) = (workshop.setup, workshop.games)
        (code, title) = (setup.code, setup.title)
        task = setup.task.flatMap { id in tasks.first { $0.id == id } }.map(TaskEntry.init)
        (place, regime, months, turn) = (setup.place, setup.regime, setup.months, setup.turn)
        (budget, share, goals, roles) = (setup.budget, setup.share, setup.goals, setup.roles)
        (pace, state, horizon) = (setup.pace, setup.standing, setup.horizon)
        groups = zip(setup.groups, games).enumerated().map { number, pair in
            Group(number, pair.0, pair.1, setup.goals)
        }
    }
}

extension Board.Group {
    fileprivate init(
        _ number: Int, _ own: WorkshopSetup.Group, _ game: Game, _ goals: [WorkshopTask.Goal]
    ) {
        (group, name, role, self.game) = (number, own.name, own.role, own.game)
        let (side, changes) = game.with { ($0.sides[0], $0.setup.sides[0].changes) }
        let months = side.lived.months
        (state, monthsLived, decided, self.changes) = (side.standing, months.count, side.until, changes)
        spent = Purse.byYear(side.lived.spent(as: own.role))
        var all: [String: [Defined]] = [:]
        for goal in goals {
            guard let place = Observable.all.firstIndex(where: { $0.key == goal.observable }) else { continue }
            all[goal.observable] = months.map { Defined(value: Self.shown($0.series[place])) }
        }
        series = all
        values = all.compactMapValues(\.last)
    }

    /// As exact as a board can show: all months of all groups are sent to everybody.
    private static func shown(_ value: Double) -> Double {
        let digits = abs(value) < 10 ? 1e4 : 10
        return (value * digits).rounded() / digits
    }
}
