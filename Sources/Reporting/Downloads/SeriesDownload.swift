import Analysis
import Archive
import Governance

/// The numbers behind charts over time, once for both languages: a table a chart, as CSV, which the page's script offers as a
/// file and reads to tell what one points at.
///
/// Columns are `month`, `date` and for each line its id, `ID lower` and `ID upper`, in the unit of series.csv.
struct SeriesDownload {
    /// What charts name it by.
    let key: String
    /// The name of the file.
    let name: String
    let lines: [LineChart.Line]
    /// Whether months have no date because scenarios begin in different months.
    let isNumbered: Bool

    var source: String {
        let months = lines.map(\.estimates.count).max() ?? 0
        let head = ["month", "date"] + lines.flatMap { [$0.name, $0.name + " lower", $0.name + " upper"] }
        var text = CSV.line(head) + "\n"
        let start = lines.first?.start
        for month in 0..<months {
            let date = isNumbered ? "" : start.map { ($0 + month).description } ?? ""
            text += "\(month + 1),\(date)"
            for line in lines {
                let estimate = month < line.estimates.count ? line.estimates[month] : Estimate(of: [])
                let interval = estimate.interval
                for value in [estimate.mean, interval?.lowerBound ?? .nan, interval?.upperBound ?? .nan] {
                    text += "," + CSV.number(value.shortened)
                }
            }
            text += "\n"
        }
        return text
    }

    /// All tables of a page as an element that its script reads.
    static func element(_ downloads: [SeriesDownload]) -> Markup {
        guard !downloads.isEmpty else { return Markup([]) }
        let entries = downloads.map { "\(jsonText($0.key)):[\(jsonText($0.name)),\(jsonText($0.source))]" }
        let json = "{" + entries.joined(separator: ",") + "}"
        return Markup(trusted: "<script type=\"application/json\" id=\"series\">\(json)</script>")
    }

    /// A text as JSON writes it, without the characters by which a page or XML would take it for its own.
    static func jsonText(_ text: String) -> String {
        var source = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": source += "\\n"
            case "\"", "\\": source += "\\\(scalar)"
            case "<", ">", "&": source += "\\u00" + String(scalar.value, radix: 16)
            case _ where scalar.value < 32: source += " "
            default: source.unicodeScalars.append(scalar)
            }
        }
        return source + "\""
    }
}

extension Double {
    /// The number with five significant digits, which no chart can show more of.
    fileprivate var shortened: Double {
        guard self != 0, isFinite else { return self }
        var power = 1.0
        while abs(self) * power < 10_000, power < 1e12 { power *= 10 }
        guard power > 1 else { return rounded() }
        return (self * power).rounded() / power
    }
}
