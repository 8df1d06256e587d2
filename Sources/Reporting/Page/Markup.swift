/// A piece of HTML that is also well-formed XML: texts enter it escaped, elements are closed.
struct Markup: ExpressibleByStringInterpolation {
    private(set) var source: String

    /// A text, escaped.
    init(stringLiteral text: String) { self.init(text) }

    /// A text, escaped.
    init(_ text: String) {
        source = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": source += "&amp;"
            case "<": source += "&lt;"
            case ">": source += "&gt;"
            case "\"": source += "&quot;"
            case "\n", "\t": source.unicodeScalars.append(scalar)
            // Nothing else below 32 may stand in a page, not even escaped.
            case _ where scalar.properties.generalCategory == .control: source += " "
            default: source.unicodeScalars.append(scalar)
            }
        }
    }

    /// Pieces one after another.
    init(_ pieces: [Markup]) { source = pieces.map(\.source).joined() }

    /// Source that this program wrote itself: styles and scripts.
    init(trusted source: String) { self.source = source }

    static func + (a: Markup, b: Markup) -> Markup { Markup([a, b]) }
}

/// An element with its attributes and content; one without content closes itself.
func tag(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: Markup...) -> Markup {
    tag(name, attributes, content)
}

func tag(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: [Markup]) -> Markup {
    tag(name, attributes.map { ($0, $1) }, content)
}

func tag(_ name: String, _ attributes: [(String, String)], _ content: [Markup]) -> Markup {
    var source = "<" + name
    for (key, value) in attributes { source += " \(key)=\"\(Markup(value).source)\"" }
    guard !content.isEmpty else {
        return Markup(trusted: source + (void.contains(name) ? "/>" : "></\(name)>"))
    }
    return Markup(trusted: source + ">" + Markup(content).source + "</\(name)>")
}

/// Elements that HTML reads as closed in themselves; others need an end even if they are empty.
private let void: Set<String> = ["meta", "br", "path", "line", "rect", "circle", "polygon"]
