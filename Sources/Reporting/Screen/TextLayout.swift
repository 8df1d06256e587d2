/// Fits texts into columns of a terminal.
enum TextLayout {
    enum Alignment { case left, centre, right }

    /// The text with spaces around it up to that width; longer texts stay as they are.
    static func padded(_ text: String, to width: Int, _ alignment: Alignment) -> String {
        let missing = max(0, width - DisplayWidth.of(text))
        let before =
            switch alignment {
            case .left: 0
            case .centre: missing / 2
            case .right: missing
            }
        return spaces(before) + text + spaces(missing - before)
    }

    /// The text in lines of at most that width: broken at spaces, and between or beside wide characters; a word that is
    /// longer than a line is cut.
    static func wrapped(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for piece in pieces(of: visible(text)) {
            if DisplayWidth.of(line + trimmedEnd(piece)) <= width {
                line += piece
                continue
            }
            if !line.isEmpty { lines.append(trimmedEnd(line)) }
            line = piece
            while DisplayWidth.of(trimmedEnd(line)) > width {
                let head = fitting(line, width)
                lines.append(head)
                line.removeFirst(head.count)
            }
        }
        lines.append(trimmedEnd(line))
        return lines
    }

    /// The text without control characters, which could move the cursor or change colours.
    static func visible(_ text: String) -> String {
        String(
            text.unicodeScalars.lazy.map { $0.properties.generalCategory == .control ? " " : Character($0) })
    }

    static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

    /// Where a line may end: after a space, and on either side of a wide character (but not before punctuation).
    private static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var current = ""
        var previous: Character?
        for character in text {
            let mayBreak =
                previous.map {
                    $0 == " "
                        || ((isWide($0) || isWide(character)) && !closing.contains(character) && !opening.contains($0))
                } ?? false
            if mayBreak, character != " " {
                pieces.append(current)
                current = ""
            }
            current.append(character)
            previous = character
        }
        return current.isEmpty ? pieces : pieces + [current]
    }

    /// Written by number where the full-width form looks like the Latin one.
    private static let closing: Set<Character> = [
        ",", ".", ";", ":", ")", "]", "%", "、", "。", "》", "”", "\u{FF0C}", "\u{FF1B}", "\u{FF1A}", "\u{FF09}",
    ]
    private static let opening: Set<Character> = ["(", "[", "《", "“", "\u{FF08}"]

    private static func isWide(_ character: Character) -> Bool { DisplayWidth.of(character) == 2 }

    static func trimmedEnd(_ text: String) -> String {
        String(text.reversed().drop { $0 == " " }.reversed())
    }

    /// The longest beginning of at most that width, at least one character.
    private static func fitting(_ text: String, _ width: Int) -> String {
        var head = ""
        var used = 0
        for character in text {
            used += DisplayWidth.of(character)
            if used > width, !head.isEmpty { break }
            head.append(character)
        }
        return head
    }
}
