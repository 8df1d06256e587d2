import Foundation
public import Governance

/// What one regime's run answers to a question.
public struct WhyAnswer<Explanation: Encodable & Sendable>: Encodable, Sendable {
    /// The scenario's id and title.
    public let scenario: String
    public let title: Text
    /// Nil where there is nothing of that name here, and a word on that.
    public let explanation: Explanation?
    public let absence: Text?

    public init(scenario: String, title: Text, _ explanation: Explanation?, absence: Text? = nil) {
        (self.scenario, self.title, self.explanation, self.absence) = (scenario, title, explanation, absence)
    }
}

/// Answers to one question, by one regime or by several on the same people, seed and replicate.
public struct WhyReport<Explanation: Encodable & Sendable>: Encodable, Sendable {
    /// The question as it was asked, without the file.
    public let question: String
    public let seed: UInt64
    public let replicate: Int
    /// The regime asked about first.
    public let answers: [WhyAnswer<Explanation>]

    public init(question: String, seed: UInt64, replicate: Int, _ answers: [WhyAnswer<Explanation>]) {
        (self.question, self.seed, self.replicate, self.answers) = (question, seed, replicate, answers)
    }

    /// Everything as JSON, texts in both languages.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { return "{}\n" }
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    /// The answers that there are, and words on those that there are not.
    func page(_ language: Language, _ parts: (WhyAnswer<Explanation>, Explanation) -> [WhyPage.Part]) -> WhyPage {
        WhyPage(
            parts: answers.flatMap { answer -> [WhyPage.Part] in
                let head = answers.count > 1 ? [WhyPage.Part.heading(answer.heading(in: language))] : []
                guard let explanation = answer.explanation else {
                    return head + [.sentence(answer.absence?[language] ?? ""), .gap]
                }
                return head + parts(answer, explanation)
            })
    }
}

extension WhyAnswer {
    func heading(in language: Language) -> String { "\(title[language]) (\(scenario))" }
}
