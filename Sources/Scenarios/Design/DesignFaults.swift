public import Governance

/// What only shows when a design's points are laid over its scenarios.
extension Design {
    /// A fault of what stands under a key of the design.
    public func fault(_ key: String, _ en: String, _ zh: String) -> ScenarioFault {
        ScenarioFault(
            Place(file: file), key, found: Text(en: en, zh: zh),
            expected: Text(en: "a design of at least one point", zh: "至少含一个点的设计"))
    }

    /// Refuses two scenarios of one name.
    public func checkNames(_ ids: [String]) throws(ScenarioFaults) {
        guard let double = ids.indices.first(where: { ids[..<$0].contains(ids[$0]) }) else { return }
        throw ScenarioFaults(faults: [
            ScenarioFault(
                Place(file: file), "scenarios[\(double)]",
                found: Text(en: "\(ids[double]) a second time", zh: "重复的 \(ids[double])"),
                expected: Text(en: "an id: that no other scenario of the design has", zh: "以 id: 给出不重复的名称"))
        ])
    }
}

extension ScenarioFault {
    /// Whether it is the same fault, perhaps of another value.
    public func isLike(_ other: ScenarioFault) -> Bool {
        (file, line, column, keyPath) == (other.file, other.line, other.column, other.keyPath)
    }

    /// The same fault, told as one that shows at a point of a design.
    public func at(point: Int, of scenario: String) -> ScenarioFault {
        ScenarioFault(
            Place(file: file, line: line, column: column), keyPath,
            found: Text(
                en: "\(found.en) at point \(point) of \(scenario)", zh: "\(found.zh)（\(scenario) 第 \(point) 点）"),
            expected: expected, nearest: nearest)
    }

    /// The same fault, told as one that only some scenarios have.
    public func among(_ words: Text) -> ScenarioFault {
        ScenarioFault(
            Place(file: file, line: line, column: column), keyPath,
            found: Text(en: "\(found.en) \(words.en)", zh: "\(found.zh)（\(words.zh)）"), expected: expected,
            nearest: nearest)
    }
}
