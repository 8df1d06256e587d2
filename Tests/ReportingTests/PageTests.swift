import Foundation
import Testing

@testable import Governance
@testable import Reporting

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("The page")
struct PageTests {
    private func page(baseline: String? = "closed", replicates: Int = 4, months: Int = 24, _ language: Language = .en)
        -> String
    {
        Page(report: Fixture.report(replicates: replicates, months: months, baseline: baseline), language: language)
            .source
    }

    @Test(
        "It is well formed, whatever was run",
        arguments: [("closed", 4, 24), (nil, 4, 24), ("closed", 1, 1), (nil, 1, 5)])
    func wellFormed(baseline: String?, replicates: Int, months: Int) {
        let source = page(baseline: baseline, replicates: replicates, months: months)
        let parser = XMLParser(data: Data(source.utf8))
        #expect(parser.parse(), "line \(parser.lineNumber): \(String(describing: parser.parserError))")
    }

    @Test("It loads nothing: no address, no import, no source beyond itself")
    func selfContained() {
        let source = page()
        for word in ["http:", "https:", "src=", "@import", "url(", "<link", "<iframe", "//cdn"] {
            #expect(!source.contains(word), "\(word)")
        }
    }

    @Test("Both languages are in it, one is shown, and the page says which")
    func languages() {
        let chinese = page(.zh)
        #expect(chinese.contains("<html lang=\"zh-Hans\">"))
        #expect(chinese.contains("<main id=\"en\" lang=\"en\"") && chinese.contains("<main id=\"zh\" lang=\"zh-Hans\""))
        #expect(chinese.components(separatedBy: "hidden=\"hidden\"").count == 2)
        #expect(chinese.contains("参与居民占比") && chinese.contains("Residents who take part"))
        #expect(page(.en).contains("<html lang=\"en\">"))
    }

    @Test("Texts of scenarios and observables are escaped")
    func escaped() {
        let source = page()
        #expect(source.contains("Participatory &lt;projects&gt;") && !source.contains("<projects>"))
        #expect(source.contains("money spent &amp; &lt;booked&gt;"))
    }

    @Test("It tells seed, command, hashes, the changed parameter and the headline difference")
    func content() {
        let source = page()
        for text in [
            "seed 1", "cogov compare Scenarios/closed.yaml Scenarios/open.yaml", String(repeating: "a", count: 64),
            "participation.spirit", "months=24",
            "9.40 % instead of 7.00 % in month 24 (Jul 2009), a difference of +2.40 percentage points",
            "No clear difference at month 24: the interval includes 0.",
        ] { #expect(source.contains(text), "\(text)") }
    }

    @Test("It tells who wins and who loses, in both languages; nothing where nothing is compared")
    func winners() {
        let source = page()
        for text in [
            "Who wins, who loses", "谁受益，谁受损", "Of 2 communities, by unmet need: 1 win, 1 lose",
            "2 个社区中，未满足需求\u{FF1A}1 个受益，1 个受损", "Communities: old &lt;lanes&gt;", "class=\"number fate wins\"",
            "class=\"number fate loses\"",
        ] { #expect(source.contains(text), "\(text)") }
        #expect(!page(baseline: nil).contains("Who wins"))
    }

    @Test("No id stands twice")
    func ids() {
        let ids = page().components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(Set(ids).count == ids.count)
        #expect(ids.count > 20)
    }

    @Test("Every chart has a title and a description")
    func accessible() {
        let source = page()
        let charts = source.components(separatedBy: "role=\"img\"").count - 1
        #expect(charts > 4)
        #expect(source.components(separatedBy: "<desc ").count - 1 == charts)
    }
}

@Suite("Markup")
struct MarkupTests {
    @Test("Texts are escaped, in content and in attributes; control characters do not pass")
    func escape() {
        #expect(tag("p", ["title": "a\"b"], "1 < 2 & 3").source == "<p title=\"a&quot;b\">1 &lt; 2 &amp; 3</p>")
        #expect(Markup("a\u{1B}b\u{0}").source == "a b ")
    }

    @Test("Void elements close themselves, others do not")
    func empty() {
        #expect(tag("br").source == "<br/>")
        #expect(tag("td").source == "<td></td>")
    }
}
