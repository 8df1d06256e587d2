import Experiments
import Governance
import Reporting

/// What is asked of a game: why something went as it did, or who works with whom.
struct GameInquiry: Sendable {
    /// What `cogov why` tells of, too.
    enum Kind: String, CaseIterable, Sendable {
        case resident, project, organisation, committee, account
    }

    /// The runs that are asked: a side's, and if wanted another side's on the same people.
    let inquiries: [Inquiry]

    init(_ game: Game, sides: [Int]) throws(Refusal) {
        var inquiries: [Inquiry] = []
        let setup = game.setup
        for number in sides {
            let side = try game.side(number)
            guard !side.lived.months.isEmpty else {
                throw Refusal(.state, "Nothing has been lived of this side.", "该方尚未开始运行。")
            }
            // What has not been lived yet cannot be asked about.
            var scenario = side.scenario
            scenario.last(side.lived.months.count)
            inquiries.append(
                Inquiry(
                    scenario, seed: setup.seed, replicate: setup.replicate, threads: 1,
                    states: side.lived.states.mapValues(\.bytes)))
        }
        self.inquiries = inquiries
    }

    /// Why it went so, as JSON, and the same as `cogov why` prints it.
    func why(_ kind: Kind, _ id: String, month: Int) throws(Refusal) -> WhyReply {
        switch kind {
        case .resident:
            guard let number = Int(id) else { throw .unknown(Text(en: "resident", zh: "居民"), id, key: "id") }
            return try reply { inquiry throws(ExplanationError) in
                try inquiry.resident(number, month: month)
            } screen: {
                $0.screen(in: $1, style: .plain)
            }
        case .project:
            return try reply { inquiry throws(ExplanationError) in
                try inquiry.project(id)
            } screen: {
                $0.screen(in: $1, style: .plain)
            }
        case .organisation:
            return try reply { inquiry throws(ExplanationError) in
                try inquiry.organisation(id)
            } screen: {
                $0.screen(in: $1, style: .plain)
            }
        case .committee:
            return try reply { inquiry throws(ExplanationError) in
                try inquiry.committee(id, month: month)
            } screen: {
                $0.screen(in: $1, style: .plain)
            }
        case .account:
            return try reply { inquiry throws(ExplanationError) in
                try inquiry.account(id, month: month)
            } screen: {
                $0.screen(in: $1, style: .plain)
            }
        }
    }

    /// The world of the first side after that month.
    func world(after month: Int) throws(Refusal) -> World {
        do throws(ExplanationError) { return try inquiries[0].world(after: month) } catch { throw Refusal(error) }
    }

    private func reply<Explanation: Encodable & Sendable>(
        _ ask: (Inquiry) throws(ExplanationError) -> Explanation,
        screen: (WhyReport<Explanation>, Language) -> String
    ) throws(Refusal) -> WhyReply {
        var answers: [WhyAnswer<Explanation>] = []
        for inquiry in inquiries {
            let (id, title) = (inquiry.scenario.id, inquiry.scenario.specification.title)
            do throws(ExplanationError) {
                answers.append(WhyAnswer(scenario: id, title: title, try ask(inquiry)))
            } catch {
                guard error.isAbsence, !answers.isEmpty else { throw Refusal(error) }
                answers.append(WhyAnswer(scenario: id, title: title, nil, absence: error.message))
            }
        }
        let first = inquiries[0]
        let report = WhyReport(question: "", seed: first.seed, replicate: first.replicate, answers)
        return WhyReply(answers: answers, text: Text(en: screen(report, .en), zh: screen(report, .zh)))
    }
}

/// Why something went as it did: the numbers, and the words of `cogov why`.
struct WhyReply: Encodable {
    let answers: any Encodable
    let text: Text

    private enum Keys: String, CodingKey { case answers, text }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try answers.encode(to: container.superEncoder(forKey: .answers))
        try container.encode(text, forKey: .text)
    }
}

extension ScreenStyle {
    /// Lines as they are, without colour.
    static let plain = ScreenStyle(colour: false, width: 100)
}

extension Refusal {
    init(_ error: ExplanationError) {
        switch error {
        case .resident(let number, let valid):
            self = .outside("id", number, Double(valid.lowerBound)...Double(valid.upperBound))
        case .month(let month, let valid):
            self = .outside("month", month, Double(valid.lowerBound)...Double(valid.upperBound))
        case .unknown(_, let name, _):
            self.init(.unknown, error.message.en + ".", error.message.zh + "。", key: "id", found: name)
        case .run: self.init(.failed, error.message.en, error.message.zh)
        }
    }
}
