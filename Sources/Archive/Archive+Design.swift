import Foundation
import GRDB

extension Archive {
    /// The design whose runs are kept here, with its points by number; nil where scenarios are run as their files tell them.
    public func design() throws(ArchiveError) -> DesignInput? { try reading(Self.design) }

    /// The design as it is kept; of the layouts before 3, which had none, nil.
    static func design(_ db: Database) throws -> DesignInput? {
        guard try db.tableExists("point"), let text = try settings(db)["design"] else { return nil }
        var design = try JSONDecoder().decode(DesignInput.self, from: Data(text.utf8))
        design.factors = try String.fetchAll(db, sql: "SELECT input FROM factor ORDER BY place").map {
            try JSONDecoder().decode(FactorInput.self, from: Data($0.utf8))
        }
        let cursor = try Row.fetchCursor(
            db, sql: "SELECT point, number, word FROM factor_value ORDER BY point, factor")
        while let row = try cursor.next() {
            let (point, word): (Int, String?) = (try row.cell(0), try row.cell(2))
            let value = try word.map(FactorValue.word) ?? .number(row.cell(1))
            if design.points.last?.number == point {
                design.points[design.points.count - 1].values.append(value)
            } else {
                design.points.append(PointInput(number: point, values: [value]))
            }
        }
        let hashes = Dictionary(
            try Row.fetchAll(db, sql: "SELECT number, hash FROM point").map { ($0[0] as Int, $0[1] as String) },
            uniquingKeysWith: { first, _ in first })
        if let altered = design.points.first(where: { $0.hash(design.factors) != hashes[$0.number] }) {
            throw ArchiveError.damaged(
                path: "design \(design.id)", reason: "point \(altered.number) is not what was written")
        }
        return design
    }

    /// Writes what is new of a design: further points, and what was asked for last.
    static func admit(_ design: DesignInput, _ db: Database) throws {
        var head = design
        head.points = []
        head.factors = []
        try db.execute(
            sql: "INSERT OR REPLACE INTO setting VALUES ('design', ?)", arguments: [try json(head)])
        for (place, factor) in design.factors.enumerated() {
            try db.execute(
                sql: "INSERT OR REPLACE INTO factor VALUES (?, ?, ?)", arguments: [place, factor.id, try json(factor)])
        }
        let known = Set(try Int.fetchAll(db, sql: "SELECT number FROM point"))
        for point in design.points where !known.contains(point.number) {
            try db.execute(
                sql: "INSERT INTO point VALUES (?, ?)", arguments: [point.number, point.hash(design.factors)])
            for (place, value) in point.values.enumerated() {
                let word: String? = value.number == nil ? value.text : nil
                try db.execute(
                    sql: "INSERT INTO factor_value VALUES (?, ?, ?, ?)",
                    arguments: [point.number, place, value.number, word])
            }
        }
    }
}

extension InputDifference {
    /// Everything in which a design differs from the one whose runs are kept, further points apart.
    static func between(kept: DesignInput?, asked: DesignInput?, isNew: Bool) -> [InputDifference] {
        switch (kept, asked) {
        case (nil, nil): []
        case (nil, let asked?):
            isNew
                ? []
                : [InputDifference("runs without a design then, the design \(asked.id) now", "原无设计，现为设计 \(asked.id)")]
        case (let kept?, nil):
            [InputDifference("the design \(kept.id) then, runs without one now", "原为设计 \(kept.id)，现无设计")]
        case (let kept?, let asked?): between(kept, asked)
        }
    }

    private static func between(_ kept: DesignInput, _ asked: DesignInput) -> [InputDifference] {
        var found = of(
            "the factors", "因素", kept: kept.factors.map(\.key).joined(separator: " "),
            asked: asked.factors.map(\.key).joined(separator: " "))
        if kept.ownDraws != asked.ownDraws {
            let (own, common) = (("draws of each point's own", "各点独立抽样"), ("common draws", "共同随机数"))
            let (then, now) = kept.ownDraws ? (own, common) : (common, own)
            found.append(InputDifference("\(then.0) then, \(now.0) now", "原为\(then.1)，现为\(now.1)"))
        }
        guard found.isEmpty else { return found }
        let numbers = Dictionary(kept.points.map { ($0.number, $0) }) { first, _ in first }
        let moved = asked.points.first { point in numbers[point.number].map { $0.values != point.values } ?? false }
        guard let moved, let before = numbers[moved.number] else { return [] }
        guard let place = zip(before.values, moved.values).enumerated().first(where: { $1.0 != $1.1 })?.offset else {
            let (then, now) = (before.values.count, moved.values.count)
            return [
                InputDifference(
                    "point \(moved.number): \(then) values then, \(now) now",
                    "第 \(moved.number) 点：原有 \(then) 个取值，现有 \(now) 个")
            ]
        }
        let (factor, then, now) = (asked.factors[place].id, before.values[place].text, moved.values[place].text)
        return [
            InputDifference(
                "point \(moved.number): \(factor) was \(then), and is \(now) now",
                "第 \(moved.number) 点：\(factor) 原为 \(then)，现为 \(now)")
        ]
    }
}
