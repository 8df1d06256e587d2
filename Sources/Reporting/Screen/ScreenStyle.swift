/// What the terminal can show.
public struct ScreenStyle: Sendable {
    /// Whether bold and dim may be used: not where output is no terminal, or where `NO_COLOR` is set.
    public var colour: Bool
    /// Columns that a line may take, at least 60.
    public var width: Int

    public init(colour: Bool = false, width: Int = 80) {
        self.colour = colour
        self.width = max(60, width)
    }

    func bold(_ text: String) -> String { wrapped(text, in: "1") }

    func dim(_ text: String) -> String { wrapped(text, in: "2") }

    private func wrapped(_ text: String, in code: String) -> String {
        colour && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
