import Analysis
import Archive
import Governance

/// A report's content in one language; each section has a file of its own.
struct Chapter: PageChapter {
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
        let last = [claimsSection, parametersSection, reproduceSection].compactMap(\.self)
        let who = [rungsSection, mapSection].compactMap(\.self)
        if isCrowded, !contrasts.isEmpty {
            return first + [multiplesSection] + who + [scenariosSection(contrasts)] + last
        }
        let short =
            contrasts.isEmpty
            ? [headlineSection] : contrasts.map(findingsSection) + [winnersSection].compactMap(\.self)
        let overTime =
            isCrowded ? [multiplesSection] : [seriesSection] + (contrasts.isEmpty ? [] : [differencesSection])
        return first + short + overTime + who + [observablesSection, moneySection] + last
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

    /// The colours and dashes that stand for scenarios.
    func legend(_ scenarios: [Int]) -> Markup {
        legend(
            scenarios.map { (LineStyle.scenario($0), series.scenarios[$0].title[language], series.scenarios[$0].id) })
    }
}
