import Analysis
import Governance

/// Communities beside one another: squares by type, as large as they have people, as dark as a number is large.
extension Chapter {
    /// A map for each number and scenario; nil where no scenario has communities to tell apart.
    var mapSection: Markup? {
        let shown = series.scenarios.indices.filter { report.results.standing.communities[$0].count > 1 }
        let subjects = mapSubjects(shown)
        guard !shown.isEmpty, !subjects.isEmpty else { return nil }
        let sized = shown.allSatisfy { report.results.standing.communities[$0].allSatisfy { $0.residents != nil } }
        let moments =
            subjects.contains { $0.moments.count > 1 }
            ? Text("")
            : Text(
                en: " Only the end was recorded; --communities also records the beginning.",
                zh: "仅记录了期末；使用 --communities 可同时记录期初。")
        let note = Text(
            en: "Not a geography: the data have none. A square is a community, "
                + (sized ? "its area goes with its residents, " : "")
                + "communities of a type stand together. The stronger the colour, the more. All maps of a number have the same shades.",
            zh: "这不是地理图：数据中没有地理位置。每个方块为一个社区，" + (sized ? "面积与居民人数成比例，" : "")
                + "同类社区排在一起。颜色越浓数值越大；同一指标各图色阶相同。")
        return section(
            "map", say("Map of communities", "社区图"),
            [paragraph((note + moments)[language])] + subjects.map { maps($0, shown) })
    }

    /// A number that is known of communities.
    fileprivate struct MapSubject {
        let key: String
        let name: Text
        let unit: String
        /// What is known when, with the name of that moment.
        let moments: [(id: String, name: Text)]
        /// By scenario, community and moment.
        let estimate: (Int, Int, Int) -> Estimate
    }

    private func mapSubjects(_ shown: [Int]) -> [MapSubject] {
        let local = report.results.communities
        if shown.allSatisfy(local.tells) {
            let moments = CommunityTable.Moment.allCases
            return CommunityTable.keys.enumerated().compactMap { place, key in
                Observable.named(key).map { observable in
                    MapSubject(
                        key: key, name: observable.meaning, unit: observable.unit,
                        moments: moments.map { ($0.rawValue, $0.label) }
                    ) { scenario, community, moment in
                        Estimate(
                            of: local.sample(
                                scenario: scenario, community: community, key: place, moment: moments[moment]))
                    }
                }
            }
        }
        let standing = report.results.standing
        guard shown.allSatisfy(standing.tells) else { return [] }
        return Standing.Subject.allCases.compactMap { subject in
            guard let measure = Standing.measures.firstIndex(where: { $0.key == subject.rawValue }) else { return nil }
            return MapSubject(
                key: subject.rawValue, name: subject.label, unit: subject.unit,
                moments: [(CommunityTable.Moment.end.rawValue, CommunityTable.Moment.end.label)]
            ) { scenario, community, _ in
                Estimate(of: standing.sample(scenario: scenario, community: community, measure: measure))
            }
        }
    }

    private func maps(_ subject: MapSubject, _ shown: [Int]) -> Markup {
        let all = shown.flatMap { scenario in
            report.results.standing.communities[scenario].indices.flatMap { community in
                subject.moments.indices.map { subject.estimate(scenario, community, $0).mean }
            }
        }
        let shades = Shades(holding: all)
        let quantity = Quantity(unit: subject.unit, in: language, showing: all)
        let figures = shown.flatMap { scenario in
            subject.moments.indices.map { map(subject, scenario, moment: $0, shades, quantity) }
        }
        let name = subject.name[language].sentenceCased
        let legend = shades.ranges.map { range, shade in
            let (low, high) = (
                quantity.text(range.lowerBound, minus: Self.minus) ?? "",
                quantity.text(range.upperBound, minus: Self.minus) ?? ""
            )
            return (kind: "tile", text: "\(low) – \(high)", opacity: Optional(TileChart.opacity(shade)))
        }
        let heading = quantity.unit.isEmpty ? name : say("\(name), \(quantity.unit)", "\(name)（\(quantity.unit)）")
        return tag(
            "div", ["class": "maps"], tag("h3", [:], Markup(heading)), swatches(legend),
            tag("div", ["class": "multiples"], figures))
    }

    private func map(
        _ subject: MapSubject, _ scenario: Int, moment: Int, _ shades: Shades, _ quantity: Quantity
    ) -> Markup {
        let communities = report.results.standing.communities[scenario]
        var groups: [(name: String, tiles: [TileChart.Tile])] = []
        let order = communities.indices.sorted { a, b in
            let (p, q) = (communities[a], communities[b])
            let (s, t) = (p.type?.en ?? "", q.type?.en ?? "")
            return s != t ? s < t : (q.residents ?? 0, p.id) < (p.residents ?? 0, q.id)
        }
        for place in order {
            let community = communities[place]
            let type = community.type?[language] ?? ""
            if groups.last?.name != type || groups.isEmpty { groups.append((type, [])) }
            let estimate = subject.estimate(scenario, place, moment)
            groups[groups.count - 1].tiles.append(
                TileChart.Tile(
                    size: Double(community.residents ?? 1), shade: shades.shade(of: estimate.mean),
                    words: words(subject, scenario, community, moment, estimate, quantity)))
        }
        let title = series.scenarios[scenario].title[language]
        let when = subject.moments[moment].name[language]
        let chart = TileChart(
            title: "\(title)\(say(", ", "，"))\(when)\(say(": ", "\u{FF1A}"))\(subject.name[language])",
            description: say(
                "\(communities.count) communities by type; the stronger the colour, the more",
                "\(communities.count) 个社区，按类型排列；颜色越浓数值越大"),
            groups: groups,
            file: ChartFile(
                name: "map-\(subject.key)-\(series.scenarios[scenario].id)-\(subject.moments[moment].id)",
                columns: ["scenario", "community", "type", "residents", "moment", subject.key, "lower", "upper"]),
            id: "\(language.rawValue)-map-\(subject.key)-\(scenario)-\(moment)")
        return tag(
            "figure", [:], tag("figcaption", [:], Markup(title), tag("small", [:], Markup(when))), chart.markup)
    }

    private func words(
        _ subject: MapSubject, _ scenario: Int, _ community: StandingTable.Community, _ moment: Int,
        _ estimate: Estimate, _ quantity: Quantity
    ) -> MarkWords {
        let interval = estimate.interval.flatMap { quantity.text($0, minus: Self.minus) } ?? ""
        let name = community.name?[language] ?? community.id
        let people = community.residents.map {
            say(" (\(NumberText.whole($0)) residents)", "（\(NumberText.whole($0)) 人）")
        }
        return MarkWords(
            tip: name + (people ?? "") + "\n" + quantity.phrase(estimate.mean) + " " + interval,
            fields: [
                series.scenarios[scenario].id, community.id, community.type?.en ?? "",
                community.residents.map(String.init) ?? "", subject.moments[moment].id,
            ] + [estimate.mean, estimate.interval?.lowerBound, estimate.interval?.upperBound].map(ChartFile.number))
    }
}

extension CommunityTable.Moment {
    /// What stands above a map.
    fileprivate var label: Text {
        switch self {
        case .beginning: Text(en: "first 12 months", zh: "最初 12 个月")
        case .end: Text(en: "last 12 months", zh: "最后 12 个月")
        }
    }
}

/// Round steps in which numbers are told apart by shade.
struct Shades {
    /// Bounds of the steps, rising.
    let bounds: [Double]

    /// About five steps of a round width that hold all those numbers.
    init(holding values: [Double]) {
        let finite = values.filter(\.isFinite)
        let (low, high) = (finite.min() ?? 0, finite.max() ?? 1)
        let step = Ticks.step(for: max((high - low) / 5, 1e-9 * max(1, abs(high))))
        let (first, last) = ((low / step + 1e-9).rounded(.down), (high / step - 1e-9).rounded(.up))
        bounds = (0...Int(max(1, last - first))).map { (first + Double($0)) * step }
    }

    /// The steps with their shades, from 0 to 1.
    var ranges: [(range: ClosedRange<Double>, shade: Double)] {
        zip(bounds, bounds.dropFirst()).enumerated().map { place, ends in (ends.0...ends.1, shade(place)) }
    }

    /// The shade of the step in which a number lies; nil for what is no number.
    func shade(of value: Double) -> Double? {
        guard value.isFinite else { return nil }
        let place = bounds.dropLast().lastIndex { $0 <= value } ?? 0
        return shade(place)
    }

    private func shade(_ place: Int) -> Double {
        bounds.count > 2 ? Double(place) / Double(bounds.count - 2) : 0.5
    }
}
