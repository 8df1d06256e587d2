import Foundation
import Testing

@testable import Reporting

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Figures that stand alone")
struct FigureTests {
    private func figure(
        _ scenarios: [Int], grid: Bool = false, differences: Bool = false, _ language: Language = .en
    ) -> String {
        Crowd.report(titles: "A & B").figure(
            0, .init(scenarios: scenarios, isGrid: grid, areDifferences: differences), in: language)
    }

    @Test(
        "They are well formed and need nothing else",
        arguments: [(false, false), (true, false), (false, true), (true, true)], Language.allCases)
    func wellFormed(look: (grid: Bool, differences: Bool), language: Language) {
        let source = figure([0, 1, 2], grid: look.grid, differences: look.differences, language)
        let parser = XMLParser(data: Data(source.utf8))
        #expect(parser.parse(), "line \(parser.lineNumber): \(String(describing: parser.parserError))")
        let rest = source.replacing("http://www.w3.org/2000/svg", with: "")
        for word in ["http", "url(", "@import", "href", "var("] { #expect(!rest.contains(word), "\(word)") }
        #expect(source.contains("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>"))
    }

    @Test("One chart has a line for each scenario and says whose it is")
    func one() {
        let source = figure([0, 1, 3])
        #expect(source.components(separatedBy: "data-name=").count - 1 == 3)
        for title in ["A &amp; B 0", "A &amp; B 1", "A &amp; B 3"] { #expect(source.contains(">\(title)<")) }
        #expect(source.contains("Residents at rung 1 or above") && source.contains("means over 4 replicates"))
    }

    @Test("A grid has a chart for each scenario but the baseline, which is grey in all")
    func grid() {
        let source = figure([0, 1, 2], grid: true)
        #expect(source.components(separatedBy: "<g transform=").count - 1 == 2)
        #expect(source.components(separatedBy: "class=\"line context\" data-name=\"way-0\"").count - 1 == 2)
        // More than one chart can hold make a grid unasked.
        #expect(figure(Array(0..<7)).components(separatedBy: "<g transform=").count - 1 == 6)
    }

    @Test("Differences are of others from the baseline, with the line at 0")
    func differences() {
        let source = figure([0, 1, 2], differences: true)
        #expect(source.components(separatedBy: "data-name=").count - 1 == 2)
        #expect(source.contains("difference from the baseline") && source.contains("percentage points"))
        #expect(source.contains("class=\"zero\""))
    }

    @Test(
        "As wide as a journal asks, in millimetres, with letters of eight points, and no name past its edge",
        arguments: [85.0, 174])
    func width(millimetres: Double) {
        let report = Crowd.report(
            titles: "A way to govern whose name is longer than what a column of a journal has room for")
        let source = report.figure(0, .init(scenarios: [0, 1, 2], width: millimetres), in: .en)
        #expect(source.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(Int(millimetres))mm\""))
        #expect(abs(110 / Figure.unitsOfAMillimetre / 25.4 * 72 - 8) < 0.05)
        let names = source.components(separatedBy: "<text x=\"").dropFirst().map { piece in
            (
                x: Double(piece.prefix { $0 != "\"" }) ?? 0,
                words: String(piece.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
            )
        }
        #expect(names.count >= 3)
        for name in names {
            #expect(name.x + 62 * Double(name.words.count) <= millimetres * Figure.unitsOfAMillimetre, "\(name)")
        }
    }

    @Test("The baseline alone is drawn when it is asked for alone")
    func baseline() { #expect(figure([0], grid: true).contains("data-name=\"way-0\"")) }
}
