import Archive
import Governance

/// `report.html`: one file that needs nothing else, in both languages, of which one is shown.
struct Page {
    static let name = "report.html"

    /// One for each language.
    let chapters: [any PageChapter]
    /// The language that is shown first; `#en` or `#zh` in the address shows the other.
    let language: Language

    init(_ chapter: (Language) -> any PageChapter, language: Language) {
        chapters = Language.allCases.map(chapter)
        self.language = language
    }

    init(report: Report, language: Language) {
        self.init({ Chapter(report: report, language: $0) }, language: language)
    }

    var source: String {
        let title = chapters.first { $0.language == language }?.title ?? ""
        let page = tag(
            "html", ["lang": language.tag],
            tag(
                "head", [:],
                tag("meta", ["charset": "utf-8"]),
                tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                tag("meta", ["name": "color-scheme", "content": "light dark"]),
                tag("title", [:], Markup(title)),
                tag("style", [:], Markup(trusted: PageStyle.source)),
                tag("noscript", [:], tag("style", [:], Markup(trusted: "main[hidden]{display:block}")))),
            tag(
                "body", [:],
                [switcher] + chapters.map { main($0) } + [
                    SeriesDownload.element(chapters.first?.downloads ?? []),
                    tag("script", [:], Markup(trusted: PageScript.source)),
                ]))
        return "<!DOCTYPE html>\n" + page.source + "\n"
    }

    /// Writes `report.html` into a folder, whole or not at all.
    ///
    /// - Returns: its name.
    func write(to folder: String) throws(ArchiveError) -> String {
        let file = try WholeFile(Self.name, in: folder)
        try file.append(source)
        try file.finish()
        return Self.name
    }

    private var switcher: Markup {
        tag(
            "nav", ["class": "languages", "aria-label": "Language / 语言"],
            Language.allCases.map { choice in
                tag(
                    "button",
                    [
                        "type": "button", "lang": choice.tag, "data-shows": choice.rawValue,
                        "aria-pressed": choice == language ? "true" : "false",
                    ], Markup(choice.name))
            })
    }

    private func main(_ chapter: any PageChapter) -> Markup {
        let isShown = chapter.language == language
        let name = chapter.language.rawValue
        return isShown
            ? tag("main", ["id": name, "lang": chapter.language.tag, "data-title": chapter.title], chapter.sections)
            : tag(
                "main", ["id": name, "lang": chapter.language.tag, "data-title": chapter.title, "hidden": "hidden"],
                chapter.sections)
    }
}

extension Language {
    /// As pages name it.
    var tag: String {
        switch self {
        case .en: "en"
        case .zh: "zh-Hans"
        }
    }

    /// In itself.
    var name: String {
        switch self {
        case .en: "English"
        case .zh: "中文"
        }
    }
}
