import Testing

@testable import Reporting

@Suite("Texts in columns")
struct TextLayoutTests {
    @Test("Padding counts columns, not characters")
    func padding() {
        #expect(TextLayout.padded("居民", to: 6, .left) == "居民  ")
        #expect(TextLayout.padded("居民", to: 6, .right) == "  居民")
        #expect(TextLayout.padded("ab", to: 5, .centre) == " ab  ")
        #expect(TextLayout.padded("toolong", to: 3, .left) == "toolong")
    }

    @Test("Latin wraps at spaces; a word longer than the line is cut")
    func latin() {
        #expect(TextLayout.wrapped("mean unmet need of residents", to: 12) == ["mean unmet", "need of", "residents"])
        #expect(TextLayout.wrapped("abcdefgh ij", to: 4) == ["abcd", "efgh", "ij"])
        #expect(TextLayout.wrapped("", to: 10) == [""])
    }

    @Test("Chinese wraps between characters, but no line begins with a comma")
    func chinese() {
        #expect(TextLayout.wrapped("参与居民占比", to: 8) == ["参与居民", "占比"])
        #expect(TextLayout.wrapped("参与居民\u{FF0C}占比", to: 8) == ["参与居", "民\u{FF0C}占比"])
        for line in TextLayout.wrapped("项目资金使用情况\u{FF08}按来源\u{FF0C}按用途\u{FF09}。", to: 9) {
            #expect(DisplayWidth.of(line) <= 9)
        }
    }

    @Test("Control characters cannot reach the terminal")
    func control() {
        #expect(TextLayout.visible("a\u{1B}[31mb\nc") == "a [31mb c")
    }
}
