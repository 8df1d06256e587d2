import Archive
import Foundation
import Governance
import Scenarios

/// What is asked of a new session: a task of the page's, or all that a task tells.
struct WorkshopRequest: Decodable {
    var task: String?
    var title: String?
    var place: String?
    var regime: String?
    var months: Int?
    var turn: Int?
    /// Yuan a year.
    var budget: Double?
    var share: Double?
    var goals: [WorkshopTask.Goal]?
    var roles: [WorkshopTask.Role]?
    var pace: String?
    var seed: UInt64?

    /// The set-up, and the key that the teacher is given.
    ///
    /// - Throws: ``Refusal`` with the key of what cannot be.
    func setup(
        _ tasks: [WorkshopTask], _ library: Library, _ limits: Limits
    ) throws(Refusal) -> (WorkshopSetup, key: String) {
        let own = try changed(tasks)
        _ = try library.path(own.place, on: .places, key: "place")
        _ = try library.path(own.regime, on: .regimes, key: "regime")
        guard (1...limits.months).contains(own.months) else {
            throw .outside("months", own.months, 1...Double(limits.months))
        }
        guard (1...own.months).contains(own.turn) else { throw .outside("turn", own.turn, 1...Double(own.months)) }
        guard own.share >= 0.001, own.share <= 1 else { throw .outside("share", own.share, 0.001...1) }
        try Self.check(own)
        let pace = pace ?? WorkshopSetup.Pace.teacher.rawValue
        guard let kept = WorkshopSetup.Pace(rawValue: pace) else {
            throw .unknown(
                Text(en: "pace", zh: "节奏"), pace, key: "pace", among: WorkshopSetup.Pace.allCases.map(\.rawValue))
        }
        let key = Name.new(20)
        let setup = WorkshopSetup(
            code: Name.new(5), keyDigest: Digest.sha256(of: key), title: try GameRequest.title(title),
            task: task, place: own.place, regime: own.regime, months: own.months, turn: own.turn,
            budget: own.budget, share: own.share, goals: own.goals, roles: own.roles, pace: kept,
            seed: seed ?? .random(in: 1...999_999_999), horizon: kept == .free ? own.months : own.turn)
        return (setup, key)
    }

    /// The task with what is asked laid over it.
    private func changed(_ tasks: [WorkshopTask]) throws(Refusal) -> WorkshopTask {
        var own = WorkshopTask()
        own.roles = WorkshopTask.Who.allCases.map { who in
            var role = WorkshopTask.Role()
            (role.id, role.levers) = (who, Lever.all.map(\.key).filter { who == .government || $0.isCommittees })
            return role
        }
        if let task {
            guard let known = tasks.first(where: { $0.id == task }) else {
                throw .unknown(Text(en: "task", zh: "任务"), task, key: "task", among: tasks.map(\.id))
            }
            own = known
        }
        own.place = place ?? own.place
        own.regime = regime ?? own.regime
        own.months = months ?? own.months
        own.turn = turn ?? min(own.turn, own.months)
        own.share = share ?? own.share
        own.goals = goals ?? own.goals
        own.roles = roles ?? own.roles
        if let budget {
            guard budget >= 0, budget <= 1e12 else { throw .outside("budget", budget, 0...1e12) }
            own.budget = Int64((budget * 100).rounded())
        }
        return own
    }

    private static func check(_ task: WorkshopTask) throws(Refusal) {
        for (place, goal) in task.goals.enumerated() where Observable.named(goal.observable) == nil {
            throw .unknown(
                Text(en: "observable", zh: "观测指标"), goal.observable, key: "goals[\(place)].observable",
                among: Observable.all.map(\.key))
        }
        guard (1...20).contains(task.goals.count) else { throw .outside("goals", task.goals.count, 1...20) }
        guard (1...2).contains(task.roles.count) else { throw .outside("roles", task.roles.count, 1...2) }
        for (place, role) in task.roles.enumerated() {
            for lever in role.levers where Lever.named(lever) == nil {
                throw .unknown(
                    Text(en: "lever", zh: "制度参数"), lever, key: "roles[\(place)].levers", among: Lever.all.map(\.key))
            }
        }
    }
}

extension String {
    /// Whether a lever is a committee's own to move: what it does with its hours, whom it invites and helps.
    fileprivate var isCommittees: Bool {
        ["engagement.committee", "engagement.invitations", "neighbourTies", "microGovernance", "cultivation"]
            .contains { hasPrefix($0) } || self == "sensing.assembly"
    }
}
