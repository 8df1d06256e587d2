public import Governance

/// One column of an overview: a number of each run, made from its observables.
///
/// What stands (participation, trust, need) is taken in one month; what flows (money, supply, hours) over the twelve months
/// that end with it, since projects, and the money for them, have their seasons.
public struct OverviewMeasure: Sendable {
    public let key: String
    /// As observables have it.
    public let unit: String
    public let meaning: Text
    /// Two or three words for the head of a column.
    public let short: Text
    /// Whether it is of the year that ends with the month, not of the month alone.
    public let isOfYear: Bool
    /// Observables that it is made from.
    let sources: [String]
    private let value: @Sendable (RunYear) -> Double

    /// The value of a replicate of a scenario, in a month counted from 1; NaN where it has none.
    func value(in table: SeriesTable, scenario: Int, replicate: Int, month: Int) -> Double {
        let places = sources.compactMap(table.index(ofObservable:))
        guard places.count == sources.count else { return .nan }
        let months = isOfYear ? max(1, month - 11)...month : month...month
        return value(
            RunYear(
                columns: places.map { place in
                    months.map { table[scenario: scenario, replicate: replicate, month: $0, observable: place] }
                }))
    }

    /// The observables of a measure, month by month.
    private struct RunYear {
        /// One for each source, in their order.
        let columns: [[Double]]

        /// The mean over the months that have a value; NaN where none has.
        func mean(_ values: [Double]) -> Double {
            let defined = values.filter(\.isFinite)
            return defined.isEmpty ? .nan : defined.reduce(0, +) / Double(defined.count)
        }

        func sum(_ column: Int) -> Double { columns[column].reduce(0, +) }
    }

    /// An observable as it is in the month, or the mean of its values in the year.
    private static func observed(_ key: String, _ short: Text, ofYear: Bool = false) -> Self? {
        guard let observable = Observable.named(key) else { return nil }
        return Self(
            key: key, unit: observable.unit, meaning: observable.meaning, short: short, isOfYear: ofYear, sources: [key]
        ) { ofYear ? $0.mean($0.columns[0]) : $0.columns[0][0] }
    }

    /// All measures, in the order in which they are read.
    public static let all: [Self] = [
        observed("participation.rung1plus", Text(en: "rung 1+", zh: "1 级以上")),
        observed("participation.rung2plus", Text(en: "rung 2+", zh: "2 级以上")),
        observed("participation.rung3plus", Text(en: "rung 3+", zh: "3 级以上")),
        observed("match", Text(en: "match", zh: "供需匹配"), ofYear: true),
        observed("need.vulnerable", Text(en: "vulnerable need", zh: "弱势需求")),
        observed("trust.committee", Text(en: "committee trust", zh: "居委会 信任")),
        observed("trust.socialOrganisation", Text(en: "soc. org. trust", zh: "社会组织 信任")),
        observed("trust.government", Text(en: "government trust", zh: "政府 信任")),
        observed("cost.perNeedMet", Text(en: "cost per need met", zh: "需求成本"), ofYear: true),
        observed("cost.perNeedMetStandard", Text(en: "the same, standard", zh: "标准 需求成本"), ofYear: true),
        publicMoney, leakage,
        observed("committee.taskShare", Text(en: "committee tasks", zh: "上级任务"), ofYear: true),
    ].compactMap(\.self)

    /// What the public pays for a resident in the year.
    private static let publicMoney = Self(
        key: "money.public", unit: "yuan/resident",
        meaning: Text(
            en: "public money in the year for a resident: standing, projects and vouchers",
            zh: "全年人均公共支出（常设、项目与服务券）"),
        short: Text(en: "public money", zh: "人均 公共支出"), isOfYear: true, sources: ["cost.perNeedMetAll", "needMet"]
    ) { year in
        // (money / need met) x (need met / residents), for twelve months.
        12 * year.mean(zip(year.columns[0], year.columns[1]).map { $0 * $1 })
    }

    /// What of the money given in the year did not reach its purpose.
    private static let leakage = Self(
        key: "leakage", unit: "share",
        meaning: Text(
            en: "part of the year's grants and vouchers that was diverted or lost and not taken back",
            zh: "全年项目与服务券资金中被挪用或损失且未追回的比例"),
        short: Text(en: "leakage", zh: "资金流失"), isOfYear: true,
        sources: [
            "money.diverted", "money.lost", "money.recovered", "money.granted", "money.pooled", "money.vouchers",
        ]
    ) { year in
        let given = year.sum(3) + year.sum(4) + year.sum(5)
        return given > 0 ? (year.sum(0) + year.sum(1) - year.sum(2)) / given : .nan
    }

    /// The observable whose gain ``Persistence`` follows in an overview: residents who deliver services with others, or
    /// more.
    public static let lasting = "participation.rung2plus"
}
