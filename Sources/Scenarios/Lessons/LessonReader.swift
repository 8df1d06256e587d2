import Foundation
import Governance

extension Lesson {
    /// The lesson in the file at `path`.
    ///
    /// - Throws: every fault found in it; whether the library has its regimes and place is not looked at.
    public static func read(path: String) throws(ScenarioFaults) -> Lesson {
        let lesson = try LessonFile.read(path, LessonFormat.root, blank: Lesson()) { lesson, tree, reading in
            LessonFile.checkName(lesson.id, path, &reading)
            if lesson.regimes.count > 2 {
                reading.refuse(
                    at: "regimes", Text(en: "\(lesson.regimes.count) regimes", zh: "\(lesson.regimes.count) 种模式"),
                    Text(en: "one or two", zh: "一种或两种"))
            }
            for (place, change) in lesson.changes.enumerated() where change.month > lesson.months {
                reading.refuse(
                    at: KeyPath.key(KeyPath.item("changes", nil, place), "month"),
                    Text(en: "month \(change.month)", zh: "第 \(change.month) 个月"),
                    Text(en: "a month from 1 to \(lesson.months)", zh: "1 至 \(lesson.months) 之间的月份"))
            }
        }
        return lesson
    }
}

extension WorkshopTask {
    /// The task in the file at `path`.
    ///
    /// - Throws: every fault found in it; whether the library has its regime and place is not looked at.
    public static func read(path: String) throws(ScenarioFaults) -> WorkshopTask {
        var task = try LessonFile.read(path, WorkshopTaskFormat.root, blank: WorkshopTask()) { task, _, reading in
            LessonFile.checkName(task.id, path, &reading)
            if task.turn > task.months {
                reading.refuse(
                    at: "turn", Text(en: "\(task.turn) months", zh: "\(task.turn) 个月"),
                    Text(en: "at most the \(task.months) months of the task", zh: "不超过任务的 \(task.months) 个月"))
            }
        }
        for role in task.roles.indices {
            let levers = task.roles[role].levers
            task.roles[role].levers = Lever.all.map(\.key).filter { key in
                levers.contains { $0 == key || $0.hasSuffix(".*") && key.hasPrefix($0.dropLast()) }
            }
        }
        return task
    }
}

/// Files of the studio: they stand alone.
private enum LessonFile {
    static func read<Root: Sendable>(
        _ path: String, _ mapping: Mapping<Root>, blank: Root, _ check: (Root, Tree, inout Reading) -> Void
    ) throws(ScenarioFaults) -> Root {
        var layers = Layers()
        guard let tree = layers.readAlone(path, isCovered: false) else { throw ScenarioFaults(faults: layers.faults) }
        var (reading, root) = (Reading(), blank)
        // Numbers of a lesson are what it is about; nobody has measured them.
        mapping.read(tree.noted(Tree.Note(kind: .assumed, text: path)), "", &root, &reading)
        if reading.faults.isEmpty { check(root, tree, &reading) }
        let faults = layers.faults + reading.faults
        guard faults.isEmpty else { throw ScenarioFaults(faults: faults) }
        return root
    }

    /// A file is called as what is in it.
    static func checkName(_ id: String, _ path: String, _ reading: inout Reading) {
        let name = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
        guard name != id else { return }
        reading.refuse(
            at: "id", Text(en: id, zh: id), Text(en: "\(name), as the file is called", zh: "\(name)（与文件名相同）"))
    }
}
