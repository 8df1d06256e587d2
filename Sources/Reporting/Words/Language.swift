public import Governance

/// The languages that everything people read is written in.
public enum Language: String, CaseIterable, Sendable, Codable {
    case en, zh
}

extension Text {
    /// What readers of that language see.
    public subscript(language: Language) -> String {
        switch language {
        case .en: en
        case .zh: zh
        }
    }

    /// The same text for both languages: a number, an identifier.
    init(_ neutral: String) { self.init(en: neutral, zh: neutral) }

    static func + (a: Text, b: Text) -> Text { Text(en: a.en + b.en, zh: a.zh + b.zh) }
    static func + (a: Text, b: String) -> Text { a + Text(b) }

    var isEmpty: Bool { en.isEmpty && zh.isEmpty }
}
