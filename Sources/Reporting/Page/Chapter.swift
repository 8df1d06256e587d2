import Analysis
import Archive
import Governance

/// The page's content in one language; each section has a file of its own.
struct Chapter {
    let report: Report
    let language: Language

    var series: SeriesTable { report.results.series }
    var manifest: Manifest { report.manifest }

    var title: String {
        guard let baseline = report.baseline else {
            return say("What the runs show", "运行结果") + ": "
                + series.scenarios.map { $0.title[language] }.joined(separator: " / ")
        }
        let title = series.scenarios[baseline].title[language]
        return say("What changes against: \(title)", "与“\(title)”相比有何变化")
    }

    var sections: [Markup] {
        let contrasts = report.contrasts
        let first = [heading] + (report.overview.map { [overviewSection($0)] } ?? []) + [runSection]
        let last = [parametersSection, reproduceSection]
        if isCrowded, !contrasts.isEmpty { return first + [multiplesSection, scenariosSection(contrasts)] + last }
        let short =
            contrasts.isEmpty
            ? [headlineSection] : contrasts.map(findingsSection) + [winnersSection].compactMap(\.self)
        let overTime =
            isCrowded ? [multiplesSection] : [seriesSection] + (contrasts.isEmpty ? [] : [differencesSection])
        return first + short + overTime + [observablesSection, moneySection] + last
    }

    private var heading: Markup {
        tag(
            "header", report.overview == nil ? [:] : ["class": "wide"], tag("h1", [:], Markup(title)),
            tag(
                "p", ["class": "lead"],
                Markup(
                    say(
                        "Computed by \(manifest.program). Every number comes from a model, not from the field.",
                        "由 \(manifest.program) 计算。所有数字来自模型，而非实地调查。"))))
    }

    /// The words of this chapter's language.
    func say(_ en: String, _ zh: String) -> String { Text(en: en, zh: zh)[language] }

    /// A section with its heading, which links can name.
    ///
    /// - Parameter isWide: whether it takes wide paper.
    func section(_ name: String, _ title: String, _ content: [Markup], isWide: Bool = false) -> Markup {
        tag(
            "section", ["id": "\(language.rawValue)-\(name)", "class": isWide ? "wide" : "text"],
            [tag("h2", [:], Markup(title))] + content)
    }

    func paragraph(_ text: String) -> Markup { tag("p", [:], Markup(text)) }

    /// A table that can be pushed sideways where it is wider than the page.
    func table(_ caption: String, head: [Heading], rows: [Markup], kind: String = "plain") -> Markup {
        tag(
            "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": caption],
            tag(
                "table", ["class": kind], tag("caption", [:], Markup(caption)),
                tag("thead", [:], tag("tr", [:], head.map(\.markup))),
                tag("tbody", [:], rows)))
    }

    /// The heading of a column.
    struct Heading: ExpressibleByStringLiteral {
        let lines: [String]
        var isNumber = false
        /// What it means, for those who point at it.
        var title: String?

        init(_ text: String, isNumber: Bool = false) { self.init([text], isNumber: isNumber) }

        init(_ lines: [String], isNumber: Bool = false, title: String? = nil) {
            self.lines = lines.filter { !$0.isEmpty }
            self.isNumber = isNumber
            self.title = title
        }

        init(stringLiteral text: String) { self.init(text) }

        var markup: Markup {
            guard let first = lines.first else { return tag("td") }
            let content = [Markup(first)] + lines.dropFirst().map { tag("small", [:], Markup($0)) }
            var attributes = isNumber ? [("scope", "col"), ("class", "number")] : [("scope", "col")]
            if let title { attributes.append(("title", title)) }
            return tag("th", attributes, content)
        }
    }

    func words(_ en: String, _ zh: String) -> Heading { Heading(say(en, zh)) }

    func numbers(_ en: String, _ zh: String) -> Heading { Heading(say(en, zh), isNumber: true) }

    /// A cell with a number and, smaller, its interval.
    func cell(_ quantity: Quantity, _ estimate: Estimate) -> Markup {
        let mean = quantity.text(estimate.mean, minus: Self.minus) ?? "–"
        guard let interval = estimate.interval.flatMap({ quantity.text($0, minus: Self.minus) }) else {
            return tag("td", ["class": "number"], Markup(mean))
        }
        return tag("td", ["class": "number"], Markup(mean), tag("small", [:], Markup(interval)))
    }

    /// The colours and dashes that stand for scenarios.
    func legend(_ scenarios: [Int]) -> Markup {
        legend(
            scenarios.map { (LineStyle.scenario($0), series.scenarios[$0].title[language], series.scenarios[$0].id) })
    }

    func legend(_ entries: [(style: LineStyle, text: String, id: String?)]) -> Markup {
        tag(
            "ul", ["class": "legend"],
            entries.map { style, text, id in
                let sample = tag(
                    "svg", ["viewBox": "0 0 34 12", "width": "34", "height": "12", "aria-hidden": "true"],
                    tag("rect", ["class": "band \(style.name)", "x": "0", "y": "1", "width": "34", "height": "10"]),
                    tag("path", ["class": "line \(style.name)", "d": "M0 6L34 6"]))
                return tag(
                    "li", [:], [sample, Markup(" \(text) ")] + (id.map { [tag("code", [:], Markup($0))] } ?? []))
            })
    }

    static let minus = "\u{2212}"
}
