import Governance

/// Futures of one past: `branches:` of a scenario file.
enum BranchFormat {
    /// A branch as it stands in the file; what it sets is read once the whole scenario is known.
    struct Draft: Sendable {
        var id = ""
        var name = PeopleFormat.noText
        var from = Start.month(1)
        var set = Tree(content: .mapping([]), place: Place(file: ""))
    }

    /// The first month that branches may have different.
    enum Start: Sendable {
        case date(YearMonth)
        /// Of the run, counted from 1.
        case month(Int)

        func date(inRunFrom start: YearMonth) -> YearMonth {
            switch self {
            case .date(let date): date
            case .month(let month): start + (month - 1)
            }
        }
    }

    static let branch = Shape<Draft>.object(
        Text(en: "a mapping that tells of a branch", zh: "描述一个分支的映射"), blank: Draft(),
        [
            .required("id", \.id, .id(of: .branch), "its id; the scenario is then called FILE.ID", "编号；情景即称为“文件.编号”"),
            .required("name", \.name, .bilingual, "what people call it", "名称"),
            .required("from", \.from, start, "the first month that it may have different", "可以不同的首月"),
            .optional("set", \.set, changes, "what is different from then on", "此后不同之处"),
        ])

    private static let expectedStart = Text(
        en: "a month written YYYY-MM, or a month of the run counted from 1", zh: "以 YYYY-MM 书写的月份，或自 1 起数的运行月份")

    private static let start = Shape<Start>(
        expected: expectedStart,
        schema: { isWhole in ["oneOf": [Shape<YearMonth>.month.schema(isWhole), ["type": "integer", "minimum": 1]]] },
        read: { tree, path, reading in
            let text = tree.text ?? ""
            if let date = YearMonth(text) { return .date(date) }
            if let month = NumberText.integer(text), month > 0 { return .month(month) }
            reading.refuse(tree, path, expectedStart)
            return nil
        })

    /// Keys of what a run asks anew every month.
    static let changeable = ["institutions", "organisations", "funds", "firms", "events"]

    private static let expectedChanges = Text(
        en: "what can change in mid-run: \(changeable.joined(separator: ", "))",
        zh: "运行中可以改变的内容：\(changeable.joined(separator: "、"))")

    static let changes = Shape<Tree>(
        expected: expectedChanges,
        schema: { _ in
            let fields = ScenarioFormat.root.fields.filter { changeable.contains($0.key) }
            return Mapping(expected: Text(en: "", zh: ""), fields: fields).schema(false)
        },
        read: { tree, path, reading in
            guard case .mapping(let entries) = tree.content else {
                reading.refuse(tree, path, expectedChanges)
                return nil
            }
            for entry in entries where !changeable.contains(entry.key) {
                reading.refuse(
                    entry.place, KeyPath.key(path, entry.key), Text(en: entry.key, zh: entry.key), expectedChanges,
                    nearest: NearestName.of(entry.key, among: changeable))
            }
            return tree
        })
}
