import Testing

@testable import Reporting

@Suite("Columns that a text takes on a terminal")
struct DisplayWidthTests {
    @Test(
        "Chinese takes two columns a character, Latin one, combining marks none",
        arguments: [
            ("", 0), ("abc", 3), ("居民", 4), ("A 居民\u{FF0C}", 8), ("(%)", 3), ("\u{FF08}%\u{FF09}", 5), ("é", 1),
            ("e\u{301}", 1), ("👨‍👩‍👧", 2), ("한국", 4), ("-", 1), ("\u{1B}", 0),
        ])
    func width(text: String, expected: Int) { #expect(DisplayWidth.of(text) == expected) }
}
