import Foundation
import Governance
import Scenarios

/// A lesson as the page has it.
struct LessonEntry: Encodable, Sendable {
    let id: String
    let order: Int
    let minutes: Int?
    let title: Text
    let question: Text
    let regimes: [String]
    let place: String
    let months: Int
    let share: Double
    let seed: Int
    let changes: [LeverChange]
    let watch: [String]
    let tasks: [Step]
    let see: [Text]
    let explain: Text?
    let caution: Text?
    let claims: [String]

    /// Something to try, and what the page does for it at a press.
    struct Step: Encodable, Sendable {
        struct Action: Encodable, Sendable {
            struct Move: Encodable, Sendable {
                let lever: String
                let value: LeverChange.Value
            }

            let kind: String
            let month: Int?
            let side: Int?
            let changes: [Move]?
            let by: String?
            let panel: String?
        }

        let en: String
        let zh: String
        let action: Action?

        init(_ step: Lesson.Step) {
            (en, zh) = (step.en, step.zh)
            action = step.action.map { own in
                Action(
                    kind: own.kind, month: own.month, side: own.side,
                    changes: own.changes?.map {
                        .init(lever: $0.lever, value: LeverChange.Value($0.value))
                    }, by: own.by, panel: own.panel)
            }
        }
    }

    init(_ lesson: Lesson) {
        (order, minutes, caution) = (lesson.order, lesson.minutes, lesson.caution)
        (id, title, question) = (lesson.id, lesson.title, lesson.question)
        (regimes, place, months) = (lesson.regimes, lesson.place, lesson.months)
        (share, seed, watch) = (lesson.share, lesson.seed, lesson.watch)
        (see, explain, claims) = (lesson.see, lesson.explain, lesson.claims)
        tasks = lesson.tasks.map(Step.init)
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
    let order: Int
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
        (id, order, title, text) = (task.id, task.order, task.title, task.text)
        (place, regime, months, turn) = (task.place, task.regime, task.months, task.turn)
        (budget, share, goals, roles) = (task.budget, task.share, task.goals, task.roles)
    }
}
