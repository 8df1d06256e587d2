import Foundation
import Governance
import Scenarios

/// The lessons and tasks that come with the page, read and checked when the studio starts.
struct Teaching: Sendable {
    let lessons: [LessonEntry]
    let tasks: [WorkshopTask]

    /// - Throws: ``Refusal`` with file, line and key where a file is wrong.
    init(folder: String, _ library: Library) throws(Refusal) {
        var lessons: [LessonEntry] = []
        for path in Self.files(folder + "/lessons") {
            let lesson: Lesson
            do throws(ScenarioFaults) { lesson = try Lesson.read(path: path) } catch { throw .faults(error) }
            for regime in lesson.regimes { _ = try library.path(regime, on: .regimes, key: path + ": regimes") }
            _ = try library.path(lesson.place, on: .places, key: path + ": place")
            lessons.append(LessonEntry(lesson))
        }
        var tasks: [WorkshopTask] = []
        for path in Self.files(folder + "/tasks") {
            let task: WorkshopTask
            do throws(ScenarioFaults) { task = try WorkshopTask.read(path: path) } catch { throw .faults(error) }
            _ = try library.path(task.regime, on: .regimes, key: path + ": regime")
            _ = try library.path(task.place, on: .places, key: path + ": place")
            tasks.append(task)
        }
        self.lessons = lessons.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
        self.tasks = tasks.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    }

    private static func files(_ folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { folder + "/" + $0 }
    }
}
