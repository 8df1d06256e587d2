import Allocation
import Governance

/// Who is left out, by tags of projects and by groups of voters.
struct LeftOutTables {
    let measures: OutcomeMeasures
    let language: Language

    var tags: ScreenTable {
        let headings = [
            Text(en: "projects", zh: "项目"), Text(en: "% of votes", zh: "占选票 %"), Text(en: "% of money", zh: "占资金 %"),
            Text(en: "% with none", zh: "落空 %"),
        ]
        var rows: [ScreenTable.Row] = []
        for kind in TagServed.Kind.allCases {
            let those = measures.tags.filter { $0.kind == kind }
            guard !those.isEmpty else { continue }
            rows.append(.group(kind.label[language]))
            rows += those.map { tag in
                .cells(
                    label: tag.tag,
                    [
                        [
                            "\(tag.realised)/\(tag.projects)", AllocationReport.percent(tag.choiceShare),
                            AllocationReport.percent(tag.moneyShare), AllocationReport.percent(tag.excludedShare),
                        ]
                    ])
            }
        }
        return table(Text(en: "tag", zh: "项目标签"), headings, rows)
    }

    var groups: ScreenTable {
        let headings = [
            Text(en: "voters", zh: "投票人"), Text(en: "satisfaction", zh: "满意度"),
            Text(en: "% with nothing", zh: "全部落空 %"),
        ]
        var rows: [ScreenTable.Row] = []
        var last: String?
        for group in measures.groups {
            if group.grouping != last { rows.append(.group(group.grouping)) }
            last = group.grouping
            let level = group.averageSatisfaction
            rows.append(
                .cells(
                    label: group.group,
                    [
                        [
                            NumberText.whole(group.voters),
                            NumberText.fixed(level, decimals: NumberText.decimals(of: level)) ?? "-",
                            AllocationReport.percent(group.shareWithNothing),
                        ]
                    ]))
        }
        return table(Text(en: "voters by", zh: "投票人分组"), headings, rows)
    }

    private func table(_ label: Text, _ headings: [Text], _ rows: [ScreenTable.Row]) -> ScreenTable {
        ScreenTable(
            labelHeading: label[language], columns: headings.map { .init(heading: $0[language]) }, rows: rows)
    }
}
