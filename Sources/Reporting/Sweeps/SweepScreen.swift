public import Analysis
import Archive
import Governance

/// How far a sweep is, for a terminal: how precisely its observables are known so far.
public struct SweepScreen {
    private let standing: SweepStanding

    public init(_ standing: SweepStanding) { self.standing = standing }

    /// A table of 95 % half-widths, and a line on how to read it; empty where there are no runs.
    public func text(in language: Language, style: ScreenStyle) -> String {
        guard standing.done > 0 else { return "" }
        var table = ScreenTable(
            labelHeading: Text(en: "at the last month kept", zh: "所保留的最后一个月")[language],
            columns: [("mean", "均值"), ("over points", "各点之间"), ("at a point", "单点"), ("runs", "运行")].map {
                ScreenTable.Column(heading: Text(en: $0.0, zh: $0.1)[language])
            })
        for scenario in standing.scenarios {
            table.rows.append(.group(scenario))
            for precision in standing.precision where precision.scenario == scenario {
                table.rows.append(row(precision, language))
            }
        }
        return (table.lines(style) + TextLayout.wrapped(Self.legend[language], to: style.width)).joined(separator: "\n")
            + "\n"
    }

    private func row(_ precision: SweepPrecision, _ language: Language) -> ScreenTable.Row {
        let halves = [precision.overPoints, precision.atPoint].compactMap(\.self)
        let quantity = Quantity(
            unit: Observable.named(precision.observable)?.unit ?? "", in: language, showing: [precision.mean],
            steps: halves)
        func half(_ value: Double?) -> String { value.flatMap { quantity.text($0) }.map { "± " + $0 } ?? "-" }
        return .cells(
            label: precision.observable + (quantity.unit.isEmpty ? "" : " (\(quantity.unit))"),
            [
                [
                    quantity.text(precision.mean) ?? "-", half(precision.overPoints), half(precision.atPoint),
                    String(precision.runs),
                ]
            ])
    }

    private static let legend = Text(
        en: "±: half of the 95 % interval. Over points: of the mean over the design's points, taken as a sample of its space. "
            + "At a point: of the mean of the replicates that a point has.",
        zh: "±：95% 区间的一半。各点之间：以设计点为其空间的样本，全部点均值的区间。单点：一个点已有重复之均值的区间。")
}
