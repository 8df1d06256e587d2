import Foundation
import Governance
import Numerics
import Scenarios

extension Verification {
    /// Conditional cooperators against 134 people who played a public-goods game for two over ten periods.
    ///
    /// Three things are compared. What merchants of the model's three kinds answer to others' nothing, half and all, with what people
    /// answered in the first period: their kinds were read off it, so that this says that the mechanism does as its
    /// parameters say. How what others do loses its pull with repetition (participation by share of active ties; a period is
    /// a month; pulls in units of utility, as parts of the first period's): how deep it goes was read off the last period, its
    /// pace comes from habits (Lally et al. 2010) and the calibration. And how far an association of merchants without a council
    /// falls in nine months from the cooperation that people began with: nothing there was read off the fall.
    static let conditionalCooperation = Verification(
        id: "conditional-cooperation",
        title: Text(en: "Cooperation decays as in a public-goods experiment", zh: "合作的衰减与公共品实验相符"),
        source: Text(
            en: "Andreozzi, Ploner and Saral (2020), Scientific Reports 10, 13610: 134 people, ten periods",
            zh: "Andreozzi、Ploner 与 Saral（2020），Scientific Reports 10, 13610：134 人、十个时期")
    ) { setting in
        let people = try Experiment(setting.shipped())
        let merchants = setting.either(2_000, 40_000)
        var checks: [VerificationCheck] = []
        for (council, key, percent) in [(1e-9, "answer.0", 0), (0.5, "answer.50", 50), (1, "answer.100", 100)] {
            let found = try answer(council: council, merchants: merchants)
            checks.append(
                try people.check(
                    key, Text(en: "answer to others’ \(percent) %", zh: "对他人合作 \(percent) % 的回应"), found: found,
                    error: (0.25 / Double(merchants)).squareRoot()))
        }
        let pull = try pulls(residents: setting.either(1_000, 25_000))
        for (key, months, en, zh) in [
            ("pull.2-5", 1...4, "periods 2 to 5", "第 2-5 期"), ("pull.6-10", 5...9, "periods 6 to 10", "第 6-10 期"),
        ] {
            let part = (Statistics.mean(Array(pull.values[months])) ?? .nan) / pull.values[0]
            checks.append(
                try people.check(
                    key, Text(en: "pull of others, \(en) against the first", zh: "他人影响力：\(zh)相对首期"), found: part,
                    error: pull.error / pull.values[0]))
        }
        checks.append(
            try people.check(
                "given.10", Text(en: "cooperation in the tenth period", zh: "第十期的合作水平"),
                found: try declined(merchants: merchants), error: (0.25 / Double(merchants)).squareRoot()))
        return checks
    }

    /// The share of merchants who cooperate at once when all believe that the share `council` of others does.
    private static func answer(council: Double, merchants: Int) throws -> Double {
        let specification = try ScenarioSpecification.plain(
            residents: 1, ["merchants.assurance": 1, "merchants.reconsider": 1]
        ) {
            $0.people.communities[0].merchants = merchants
            $0.institutions.merchants.council = council
        }
        let world = try World(specification, seed: 11, replicate: 0)
        try world.advance()
        return world.value("merchants.members")
    }

    /// The share that still cooperates nine months after a council that had won as many as people began with has left them to
    /// what they see of one another.
    private static func declined(merchants: Int) throws -> Double {
        let specification = try ScenarioSpecification.plain(residents: 1, ["merchants.assurance": 1]) {
            $0.people.communities[0].merchants = merchants
            $0.institutions.merchants.council = 1
            // In nine months at full assurance 0.55 (1 - 0.75^9) = 51 % have joined.
            $0.events = [
                ScheduledEvent(
                    at: $0.start + 9, title: $0.title,
                    changes: [.init(lever: "merchants.council", value: .number(1e-9))])
            ]
        }
        let world = try World(specification, seed: 12, replicate: 0)
        try world.live(18)
        return world.value("merchants.members")
    }

    /// What the sight of ten active ties rather than none adds to utility in each of ten months, for residents who have taken part in
    /// every month so far; and its standard error.
    private static func pulls(residents half: Int) throws -> (values: [Double], error: Double) {
        let (always, never) = (0..<10, 10..<20)
        let (seeing, alone) = (20..<(20 + half), (20 + half)..<(20 + 2 * half))
        var specification = try ScenarioSpecification.plain(residents: alone.upperBound) {
            for key in ["participation.neighbours", "participation.seasoned", "participation.base"] {
                guard let field = Parameters.named(key) else { continue }
                $0.parameters[keyPath: field.path] = key.hasSuffix("base") ? -0.6 : field.defaultValue
            }
        }
        try specification.inviteAll()
        let world = try World(specification, seed: 13, replicate: 0)
        let people = world.residents
        for i in always {
            people.standing[i] = 100
            people.rung[i] = 1
        }
        for i in never { people.standing[i] = -100 }
        for i in seeing { people.tie(i, to: always) }
        for i in alone { people.tie(i, to: never) }
        var values: [Double] = []
        for _ in 0..<10 {
            // Players play in every period: all have the habit of those who always take part.
            for i in seeing.lowerBound..<alone.upperBound { people.habit[i] = people.habit[0] }
            try world.advance()
            values.append(logit(people, seeing) - logit(people, alone))
        }
        return (values, (2 / (0.2 * Double(half))).squareRoot())
    }

    /// The logarithm of the odds of taking part.
    private static func logit(_ people: ResidentBlock, _ rows: Range<Int>) -> Double {
        let active = Double(rows.count { people.rung[$0] > 0 })
        return log(active / (Double(rows.count) - active))
    }
}

/// What people did, from `evidence/public-goods.csv`.
private struct Experiment {
    private var figures: [String: (value: Double, error: Double)] = [:]
    private let path: String

    init(_ library: ScenarioLibrary) throws {
        path = library.folder + "/evidence/public-goods.csv"
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw MissingEvidence(what: Text(en: "\(path) is not here", zh: "此处没有 \(path)"))
        }
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: ",")
            guard fields.count == 3, let value = Double(fields[1]), let error = Double(fields[2]) else { continue }
            figures[String(fields[0])] = (value, error)
        }
    }

    /// Compares; `error` is the model's own.
    func check(_ key: String, _ quantity: Text, found: Double, error: Double) throws -> VerificationCheck {
        guard let figure = figures[key] else {
            throw MissingEvidence(what: Text(en: "\(path) has no figure \(key)", zh: "\(path) 中没有 \(key)"))
        }
        return .normal(
            quantity, expected: figure.value, found: found,
            error: (figure.error * figure.error + error * error).squareRoot(),
            because: Text(en: "standard error over 134 people", zh: "134 人的标准误"), falseAlarm: FalseAlarm.people)
    }
}
