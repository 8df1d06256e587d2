import Analysis
import Archive
import Governance

extension Report {
    /// How months are named on charts of all scenarios.
    var clock: RunClock { RunClock(results.series.scenarios) }

    /// What happened at its date in the scenarios of a chart: in the colour of the scenario, or for all where it happened in
    /// each at the same time. What happens in one month of one scenario shares a mark.
    func marks(of scenarios: [Int], in language: Language, style: (Int) -> LineStyle = LineStyle.scenario) -> [DateMark]
    {
        struct Entry: Hashable {
            let month: Int
            let title: String
        }
        var holders: [Entry: [Int]] = [:]
        for place in scenarios {
            let scenario = results.series.scenarios[place]
            let input = manifest.scenarios.first { $0.input.id == scenario.id }?.input
            for event in input?.events ?? [] {
                let entry = Entry(month: event.month, title: event.title[language])
                if holders[entry]?.last != place { holders[entry, default: []].append(place) }
            }
        }
        struct Place: Hashable {
            let month: Int
            let scenario: Int?
        }
        var titles: [Place: [String]] = [:]
        for (entry, places) in holders {
            for place in places.count == scenarios.count ? [nil] : places.map(Optional.some) {
                titles[Place(month: entry.month, scenario: place), default: []].append(entry.title)
            }
        }
        let clock = clock
        return titles.sorted { ($0.key.month, $0.key.scenario ?? -1) < ($1.key.month, $1.key.scenario ?? -1) }.map {
            let separator = Text(en: "; ", zh: "；")[language]
            return DateMark(
                month: clock.origin + ($0.month - 1),
                text: clock.name($0.month, in: language) + "  " + $1.sorted().joined(separator: separator),
                style: $0.scenario.map(style))
        }
    }
}
