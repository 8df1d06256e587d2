import Analysis
import Governance

/// The headline observables of one scenario after one, two and three years and at the end.
struct RunScreen {
    let series: SeriesTable
    let scenario: Int
    let language: Language

    func lines(_ style: ScreenStyle) -> [String] {
        let description = series.scenarios[scenario]
        let last = MonthText.long(description.start + (description.months - 1), in: language)
        let span = Text(
            en: "\(MonthText.long(description.start, in: .en)) to \(last), \(description.months) months",
            zh: "\(MonthText.long(description.start, in: .zh))至\(last)，共 \(description.months) 个月")
        var months = summaryMonths(of: description.months)
        var table = table(months)
        // The end matters most: earlier months give way on a narrow screen.
        while !table.fits(in: style.width, label: 24), months.count > 1 {
            months.removeFirst()
            table = self.table(months)
        }
        return TextLayout.wrapped("\(description.title[language]) (\(description.id))", to: style.width).map(style.bold)
            + TextLayout.wrapped(span[language], to: style.width) + [""] + table.lines(style)
    }

    private func table(_ months: [Int]) -> ScreenTable {
        let columns = months.map {
            ScreenTable.Column(heading: Text(en: "month \($0)", zh: "第 \($0) 个月")[language])
        }
        return ScreenTable(columns: columns, rows: Headlines.places(in: series.observables).map { row($0, months) })
    }

    private func row(_ place: Int, _ months: [Int]) -> ScreenTable.Row {
        let observable = series.observables[place]
        let estimates = months.map { series.estimate(scenario: scenario, month: $0, observable: place) }
        let quantity = Quantity(observable, in: language, showing: estimates)
        let means = estimates.map { quantity.text($0.mean) ?? "-" }
        let intervals = estimates.map { $0.interval.flatMap { range($0, quantity) } ?? "" }
        let lines = intervals.allSatisfy(\.isEmpty) ? [means] : [means, intervals]
        return .cells(label: observable.named(with: quantity.unit, in: language), lines)
    }

    /// An interval as short as it can be: four of them must fit side by side.
    private func range(_ interval: ClosedRange<Double>, _ quantity: Quantity) -> String? {
        guard let lower = quantity.text(interval.lowerBound), let upper = quantity.text(interval.upperBound)
        else { return nil }
        let joint = Text(en: lower.hasPrefix("-") ? " to " : "-", zh: "~")
        return lower + joint[language] + upper
    }
}

extension Observable {
    /// What it means, and its unit where it has one.
    func named(with unit: String, in language: Language) -> String {
        guard !unit.isEmpty else { return meaning[language] }
        return Text(en: "\(meaning.en), in \(unit)", zh: "\(meaning.zh)（\(unit)）")[language]
    }
}
