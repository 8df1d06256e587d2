import Foundation
import Governance
import Scenarios

/// A lesson as the page has it.
struct LessonEntry: Encodable, Sendable {
    let id: String
    let title: Text
    let question: Text
    let regimes: [String]
    let place: String
    let months: Int
    let share: Double
    let seed: Int
    let changes: [LeverChange]
    let watch: [String]
    let tasks: [Text]
    let see: [Text]
    let explain: Text?
    let claims: [String]

    init(_ lesson: Lesson) {
        (id, title, question) = (lesson.id, lesson.title, lesson.question)
        (regimes, place, months) = (lesson.regimes, lesson.place, lesson.months)
        (share, seed, watch) = (lesson.share, lesson.seed, lesson.watch)
        (tasks, see, explain, claims) = (lesson.tasks, lesson.see, lesson.explain, lesson.claims)
        changes = lesson.changes.flatMap { change in
            change.levers.map {
                LeverChange(
                    side: change.side, month: change.month, lever: $0.lever, value: LeverChange.Value($0.value))
            }
        }
    }
}

/// A task as the page has it.
struct TaskEntry: Encodable, Sendable {
    let id: String
    let title: Text
    let text: Text
    let place: String
    let regime: String
    let months: Int
    let turn: Int
    /// Fen a year.
    let budget: Int64?
    let share: Double
    let goals: [WorkshopTask.Goal]
    let roles: [WorkshopTask.Role]

    init(_ task: WorkshopTask) {
        (id, title, text) = (task.id, task.title, task.text)
        (place, regime, months, turn) = (task.place, task.regime, task.months, task.turn)
        (budget, share, goals, roles) = (task.budget, task.share, task.goals, task.roles)
    }
}
