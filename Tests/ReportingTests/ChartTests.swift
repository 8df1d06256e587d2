import Analysis
import Governance
import Testing

@testable import Reporting

@Suite("Axes")
struct AxisTests {
    @Test("Ticks are multiples of 1, 2 or 5 within the range")
    func ticks() {
        #expect(Ticks.values(in: 0...10, about: 5) == [0, 2, 4, 6, 8, 10])
        #expect(Ticks.values(in: 0.3...1.1, about: 4).map { ($0 * 10).rounded() } == [4, 6, 8, 10])
        #expect(Ticks.values(in: -7...7, about: 3) == [-5, 0, 5])
        #expect(Ticks.values(in: 3...3, about: 4) == [3])
        #expect(Ticks.decimals(for: [0, 0.05, 0.1]) == 2)
        #expect(Ticks.decimals(for: [0, 20]) == 0)
    }

    @Test("An axis ends on ticks, holds all numbers, and takes 0 in where it is near or asked for")
    func values() {
        let near = ValueAxis(holding: [2, 9.3, .nan], zero: false, top: 0, bottom: 100)
        #expect(near.range == 0...10)
        #expect(near.ticks == [0, 5, 10])
        #expect(near.y(0) == 100 && near.y(10) == 0 && near.y(5) == 50)
        #expect(ValueAxis(holding: [101, 104], zero: false, top: 0, bottom: 1).range == 101...104)
        #expect(ValueAxis(holding: [-1, -4], zero: true, top: 0, bottom: 1).range == -4...0)
    }

    @Test("Numbers that do not vary, and no numbers at all, still give a range", arguments: [[0.0], [5, 5], [-3], []])
    func flat(values: [Double]) {
        let axis = ValueAxis(holding: values, zero: false, top: 0, bottom: 1)
        #expect(axis.range.lowerBound < axis.range.upperBound)
        #expect(axis.ticks.count >= 2 && axis.ticks.count <= 12)
        for value in values { #expect(axis.range.contains(value)) }
    }

    @Test("Years by Januaries, half years and quarters in short runs")
    func calendar() throws {
        let start = try #require(YearMonth("2007-08"))
        func labels(_ months: Int) -> [String] {
            let axis = CalendarAxis(from: start, to: start + (months - 1), left: 0, right: 100)
            return axis.ticks.map(axis.label)
        }
        #expect(labels(60) == ["2008", "2009", "2010", "2011", "2012"])
        #expect(labels(24) == ["2008", "2008-07", "2009", "2009-07"])
        #expect(labels(12) == ["2007-10", "2008", "2008-04", "2008-07"])
        #expect(labels(240).count <= 7)
        #expect(labels(1) == ["2007-08"])
    }

    @Test("Numbered months are labelled by their number")
    func numbered() {
        let first = YearMonth(ordinal: 1)
        let axis = CalendarAxis(from: first, to: first + 119, left: 0, right: 100, isNumbered: true)
        #expect(axis.ticks.map(axis.label) == ["24", "48", "72", "96", "120"])
    }

    @Test("Months lie evenly from edge to edge")
    func places() {
        let first = YearMonth(year: 2007, month: 8)
        let axis = CalendarAxis(from: first, to: first + 10, left: 50, right: 150)
        #expect(axis.x(first) == 50 && axis.x(first + 5) == 100 && axis.x(first + 10) == 150)
    }
}

@Suite("Charts")
struct LineChartTests {
    private func chart(_ samples: [[Double]]) -> String {
        let line = LineChart.Line(
            name: "a", style: .scenario(9), start: YearMonth(year: 2007, month: 8),
            estimates: samples.map { Estimate(of: $0) })
        return LineChart(
            title: "Cost & <benefit>", description: "d", unit: "%", factor: 1, lines: [line], id: "x"
        ).markup().source
    }

    @Test("A gap divides line and band; a month alone is a dot")
    func gaps() {
        let source = chart([[1, 2], [2, 3], [], [4, 5], [5, 6], [], [7, 8]])
        #expect(
            source.components(separatedBy: "data-column=\"0\" d=\"").last?.prefix { $0 != "\"" }.count {
                $0 == "M"
            }
                == 2)
        #expect(source.contains("class=\"dot s1\""))
    }

    @Test("One replicate has a line and no band")
    func single() {
        let source = chart([[1], [2]])
        #expect(!source.contains("class=\"band"))
        #expect(source.contains("class=\"line s1\""))
    }

    @Test("Title and description are there for those who hear the page, escaped")
    func accessible() {
        let source = chart([[1, 2], [2, 3]])
        #expect(source.contains("role=\"img\" aria-labelledby=\"x-t x-d\""))
        #expect(source.contains("<title id=\"x-t\">Cost &amp; &lt;benefit&gt;</title>"))
    }

    @Test("Nothing defined still draws a frame")
    func empty() { #expect(chart([[], []]).contains("class=\"axis\"")) }
}

@Suite("Paths")
struct PathTextTests {
    @Test("Steps in whole units from the rounded places, so that rounding does not add up")
    func steps() {
        #expect(PathText.through([(0.4, 10), (10.4, 5.6), (20.4, 5.6)]) == "M0 10l10-4 10 0")
        #expect(PathText.through([(5, 5), (1, 9)], closed: true) == "M5 5l-4 4Z")
        #expect(PathText.through([(1, 2)]) == "M1 2")
        #expect(PathText.through([]) == "")
    }
}
