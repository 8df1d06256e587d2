import Governance
import Scenarios

/// A lever that a player sets from a month on.
struct LeverChange: Codable, Sendable, Equatable {
    /// Which of the game's first sides it is for; all of them where nil.
    var side: Int?
    /// From 1; of a future the month in which it parts, where nil.
    var month: Int?
    var lever: String
    var value: Value
    /// Ids of the communities that it is for; all where nil.
    var communities: [String]?
    /// Whether it holds against what the regime sets later; else the regime's later events have the last word.
    var lasting: Bool?

    /// A value as JSON has it.
    enum Value: Codable, Sendable, Equatable {
        case number(Double)
        case flag(Bool)
        case choice(String)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let flag = try? container.decode(Bool.self) {
                self = .flag(flag)
            } else if let number = try? container.decode(Double.self) {
                self = .number(number)
            } else {
                self = .choice(try container.decode(String.self))
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .number(let number): try container.encode(number)
            case .flag(let flag): try container.encode(flag)
            case .choice(let name): try container.encode(name)
            }
        }

        var shown: String {
            switch self {
            case .number(let number): NumberText.plain(number)
            case .flag(let flag): "\(flag)"
            case .choice(let name): name
            }
        }
    }

    /// The change as an event has it.
    ///
    /// - Parameter key: where it stands in the request.
    /// - Throws: ``Refusal`` where there is no such lever, or it takes no such value.
    func checked(_ key: String) throws(Refusal) -> ScheduledEvent.Change {
        guard let lever = Lever.named(lever) else {
            var refusal = Refusal.unknown(
                Text(en: "lever", zh: "制度参数"), lever, key: key + ".lever", among: Lever.all.map(\.key))
            refusal = Refusal(
                .value, refusal.message.en, refusal.message.zh, key: key + ".lever", found: self.lever,
                nearest: refusal.nearest)
            throw refusal
        }
        let value: LeverValue =
            switch self.value {
            case .number(let number): .number(number)
            case .flag(let flag): .flag(flag)
            case .choice(let name): .choice(name)
            }
        var trial = Institutions()
        do throws(LeverError) { try lever.set(value, in: &trial) } catch { throw refusal(error, lever, key) }
        return ScheduledEvent.Change(lever: lever.key, value: value)
    }

    /// The same, of a change that comes in one of those months.
    func check(_ key: String, months: ClosedRange<Int>) throws(Refusal) {
        _ = try checked(key)
        guard let month, !months.contains(month) else { return }
        throw .outside(key + ".month", month, Double(months.lowerBound)...Double(months.upperBound))
    }

    private func refusal(_ error: LeverError, _ lever: Lever, _ key: String) -> Refusal {
        let expected =
            switch lever.kind {
            case .number(let range, _):
                Text(
                    en: "a number from \(NumberText.plain(range.lowerBound)) to \(NumberText.plain(range.upperBound))",
                    zh: "\(NumberText.plain(range.lowerBound)) 至 \(NumberText.plain(range.upperBound)) 之间的数")
            case .flag: Text(en: "true or false", zh: "true 或 false")
            case .choice(let names, _, _):
                Text(en: "one of \(names.joined(separator: ", "))", zh: "\(names.joined(separator: "、")) 之一")
            }
        var nearest: String?
        if case .unknownChoice(_, let name, let choices) = error { nearest = NearestName.of(name, among: choices) }
        return Refusal(
            .value, "\(lever.key) is \(value.shown), but must be \(expected.en).",
            "\(lever.key) 为 \(value.shown)，应为\(expected.zh)。", key: key + ".value", found: value.shown, nearest: nearest
        )
    }
}
