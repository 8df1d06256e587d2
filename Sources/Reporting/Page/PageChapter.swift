import Analysis
import Governance

/// What a page says in one language.
protocol PageChapter {
    var language: Language { get }
    var title: String { get }
    var sections: [Markup] { get }
    /// The numbers behind the charts over time that it has; the same in every language.
    var downloads: [SeriesDownload] { get }
}

extension PageChapter {
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
            "div", ["class": "scroll", "tabindex": "0", "role": "group", "aria-label": caption],
            tag(
                "table", ["class": kind], tag("caption", [:], Markup(caption)),
                tag("thead", [:], tag("tr", [:], head.map(\.markup))),
                tag("tbody", [:], rows)))
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

    /// What areas of a colour stand for.
    func swatches(_ entries: [(kind: String, text: String, opacity: Double?)]) -> Markup {
        tag(
            "ul", ["class": "legend"],
            entries.map { kind, text, opacity in
                let shade = opacity.map { [("fill-opacity", NumberText.coordinate($0))] } ?? []
                let sample = tag(
                    "svg", ["viewBox": "0 0 24 14", "width": "24", "height": "14", "aria-hidden": "true"],
                    tag(
                        "rect",
                        [("class", kind), ("x", "0"), ("y", "1"), ("width", "24"), ("height", "12")] + shade, []))
                return tag("li", [:], sample, Markup(" \(text)"))
            })
    }

    var downloads: [SeriesDownload] { [] }

    static var minus: String { "\u{2212}" }
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
