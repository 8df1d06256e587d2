import Foundation
import Testing

@testable import Governance
@testable import Scenarios

@Suite("Lessons and tasks of the studio")
struct LessonTests {
    private static let lesson = """
        id: a
        order: 2
        title: {en: T, zh: 题}
        question: {en: Q, zh: 问}
        regimes: [jinsong]
        place: xinhong
        months: 24
        changes: [{month: 13, side: 0, institutions: {taskLoad: 0.3, rights: {design: true}}}]
        watch: [trust.committee]
        tasks:
          - en: Try.
            zh: 试。
            action: {kind: future, month: 12, changes: [{lever: support.agenda, value: 0}]}
        see: [{en: See., zh: 看。}]
        claims: [C7]

        """
    private static let task = """
        id: a
        title: {en: T, zh: 题}
        text: {en: W, zh: 文}
        place: xinhong
        regime: jinsong
        months: 24
        turn: 12
        budget: 1000.5
        goals: [{observable: trust.committee, better: higher}]
        roles: [{id: committee, levers: [engagement.committee.*, cultivation]}]

        """

    private func file<Result>(_ text: String, _ read: (String) throws -> Result) throws -> Result {
        let folder = NSTemporaryDirectory() + "cogov-lesson-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try text.write(toFile: folder + "/a.yaml", atomically: true, encoding: .utf8)
        return try read(folder + "/a.yaml")
    }

    @Test func everyPartIsRead() throws {
        let lesson = try file(Self.lesson, Lesson.read(path:))
        #expect(lesson.order == 2 && lesson.months == 24 && lesson.regimes == ["jinsong"] && lesson.seed == 1)
        #expect(lesson.changes[0].levers.map(\.lever) == ["taskLoad", "rights.design"])
        #expect(lesson.tasks[0].action?.changes == [.init("support.agenda", .number(0))])
        let task = try file(Self.task, WorkshopTask.read(path:))
        #expect(task.budget == 100_050 && task.roles[0].levers.count == 6 && task.roles[0].levers[5] == "cultivation")
    }

    @Test(arguments: [
        ("watch: [trust.committee]", "watch: [trust.comittee]", "watch[0]"),
        ("month: 13", "month: 25", "changes[0].month"), ("taskLoad: 0.3", "taskLoad: 3", "institutions.taskLoad"),
        ("value: 0}", "value: 7}", "changes[0].value"), ("kind: future", "kind: futur", "action.kind"),
        ("id: a", "id: b", "id"), ("claims: [C7]", "claims: []", "claims"),
        ("regimes: [jinsong]", "regimes: [a, b, c]", "regimes"), ("see:", "sea:", "sea"),
    ])
    func whatIsWrongIsToldWithItsKey(right: String, wrong: String, key: String) throws {
        let text = Self.lesson.replacingOccurrences(of: right, with: wrong)
        let error = #expect(throws: ScenarioFaults.self) { try file(text, Lesson.read(path:)) }
        #expect(error?.faults.contains { $0.keyPath.hasSuffix(key) && $0.line != nil } == true, "\(error!)")
    }

    @Test func aTurnIsNoLongerThanTheTask() throws {
        let text = Self.task.replacingOccurrences(of: "turn: 12", with: "turn: 36")
        #expect(throws: ScenarioFaults.self) { try file(text, WorkshopTask.read(path:)) }
    }
}

extension Lesson.Move {
    fileprivate init(_ lever: String, _ value: LeverValue) {
        self.init()
        (self.lever, self.value) = (lever, value)
    }
}
