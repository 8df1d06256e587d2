import ArgumentParser
import Governance
import Scenarios

/// What the words of a scale-up's options mean.
enum ScaleUpWords {
    /// Sizes of cities, written `28,280`.
    static func sizes(_ text: String?) throws -> [Int]? {
        guard let text else { return nil }
        let sizes = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        guard sizes.allSatisfy({ $0.map { (1...10_000).contains($0) } ?? false }) else {
            throw ValidationError(
                said(
                    "--to takes numbers of communities from 1 to 10000 with commas between, such as 28,280, not “\(text)”.",
                    "--to 的格式为以逗号分隔的社区数（1 至 10000），例如 28,280，而不是“\(text)”。"))
        }
        return sizes.compactMap(\.self)
    }

    /// Ways to choose pilots, each once.
    static func choices(_ text: String) throws -> [PilotChoice] {
        var choices: [PilotChoice] = []
        for word in text.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
            let names = PilotChoice.allCases.map(\.rawValue)
            guard let choice = PilotChoice(rawValue: word) else {
                let near = NearestName.of(word, among: names)
                throw ValidationError(
                    said(
                        "--choice has “\(word)”, but must be of \(names.joined(separator: ", "))"
                            + (near.map { " (did you mean \($0)?)" } ?? "") + ".",
                        "--choice 中有“\(word)”，应为 \(names.joined(separator: "、")) 之一"
                            + (near.map { "（是否想写 \($0)？）" } ?? "") + "。"))
            }
            if !choices.contains(choice) { choices.append(choice) }
        }
        return choices
    }

    /// Months, written `25-36`.
    static func window(_ text: String?) throws -> ClosedRange<Int>? {
        guard let text else { return nil }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard ends.count == 2, let from = ends[0], let until = ends[1], from >= 1, from <= until, until <= 1200 else {
            throw ValidationError(
                said(
                    "--window takes two months, the later last, such as 25-36, not “\(text)”.",
                    "--window 的格式为先后两个月份，例如 25-36，而不是“\(text)”。"))
        }
        return from...until
    }

    static func check(observable: String) throws {
        guard Observable.named(observable) == nil else { return }
        let near = NearestName.of(observable, among: Observable.all.map(\.key))
        throw ValidationError(
            said(
                "--observable is “\(observable)”, which is none; see cogov describe observables"
                    + (near.map { " (did you mean \($0)?)" } ?? "") + ".",
                "--observable 为“\(observable)”，没有此指标；见 cogov describe observables"
                    + (near.map { "（是否想写 \($0)？）" } ?? "") + "。"))
    }
}
