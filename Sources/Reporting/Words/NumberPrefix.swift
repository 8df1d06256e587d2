/// The word that makes large numbers short: thousands and millions, or in Chinese 万 and 亿.
struct NumberPrefix {
    /// How many this word stands for.
    let size: Double
    private let word: String

    static let none = NumberPrefix(size: 1, word: "")

    private init(size: Double, word: String) {
        self.size = size
        self.word = word
    }

    /// The prefix for numbers up to that magnitude.
    init(for magnitude: Double, in language: Language) {
        switch (language, magnitude) {
        case (.en, 1e8...): self.init(size: 1e6, word: "million")
        case (.en, 1e5...): self.init(size: 1e3, word: "thousand")
        case (.zh, 1e8...): self.init(size: 1e8, word: "亿")
        case (.zh, 1e4...): self.init(size: 1e4, word: "万")
        default: self = .none
        }
    }

    /// The prefix with the unit that follows it.
    func before(_ unit: String, in language: Language) -> String {
        switch language {
        case .en: [word, unit].filter { !$0.isEmpty }.joined(separator: " ")
        case .zh: word + unit
        }
    }
}
