import Governance
import Yams

/// What the YAML parser says, as a fault at its place.
enum YAMLFault {
    static func of(_ error: YamlError, place: (Mark?) -> Place) -> ScenarioFault {
        switch error {
        case .scanner(_, let problem, let mark, _) where problem.contains("nesting level"),
            .parser(_, let problem, let mark, _) where problem.contains("nesting level"):
            tooDeep(place(mark), "")
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
            unreadable([context?.text, problem].compactMap(\.self).joined(separator: ", "), place(mark))
        case .composer(_, let problem, let mark, _) where problem.contains("another document"):
            ScenarioFault(
                place(mark), "", found: Text(en: "a second document", zh: "第二个文档"),
                expected: Text(en: "one document in a file", zh: "每个文件一个文档"))
        case .composer(_, let problem, let mark, _): unreadable(problem, place(mark))
        case .duplicatedKeysInMapping(let keys, let context):
            doubled(keys.first ?? "", "", firstLine: context.mark.line, place(context.mark))
        case .reader(let problem, _, _, _): unreadable(problem, place(nil))
        default: unreadable("\(error)", place(nil))
        }
    }

    static func unreadable(_ problem: String, _ place: Place) -> ScenarioFault {
        let words = Tree.short(problem, most: 120)
        return ScenarioFault(
            place, "", found: Text(en: "malformed YAML (\(words))", zh: "无法解析的 YAML(\(words))"),
            expected: Text(en: "well-formed YAML", zh: "格式正确的 YAML"))
    }

    static func tooDeep(_ place: Place, _ path: String) -> ScenarioFault {
        ScenarioFault(
            place, path,
            found: Text(en: "a value below \(Composer.deepest) levels", zh: "超过 \(Composer.deepest) 层的值"),
            expected: Text(en: "at most \(Composer.deepest) levels", zh: "至多 \(Composer.deepest) 层"))
    }

    static func doubled(_ key: String, _ path: String, firstLine: Int, _ place: Place) -> ScenarioFault {
        ScenarioFault(
            place, path,
            found: Text(
                en: "the key \(Tree.short(key)) a second time (first in line \(firstLine))",
                zh: "重复的键 \(Tree.short(key))（首次在第 \(firstLine) 行）"),
            expected: Text(en: "each key once in a mapping", zh: "同一映射中每个键只出现一次"))
    }
}
