import Analysis
import Archive
import ArgumentParser
import Foundation
import Reporting
import Scenarios

struct Plot: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said("Draw observables of an archive as figures.", "将结果目录中的指标绘成图。"),
            discussion: said(
                """
                One file an observable: KEY.svg, on a white ground, with means, 95 % intervals, dated changes and a
                legend. More than six scenarios, or --grid, give a small chart each, with the baseline in grey
                (KEY-grid.svg); --differences draws differences from the baseline (KEY-difference.svg).
                Letters are of eight points whatever the width.
                PDF and PNG are made by rsvg-convert (Debian: librsvg2-bin).

                Example: cogov plot Results/regimes --observable participation.rung2plus,match
                         cogov plot Results/regimes --scenarios street-committee,qingyuan --format pdf
                         cogov plot Results/regimes --observable match --width 85 --format pdf
                         cogov plot Results/regimes --observable match --width 85 --format pdf
                    cogov plot Results/regimes --observable all --grid --language zh --out figures
                """,
                """
                每个指标一个文件：KEY.svg，白底，含均值、95% 区间、有日期的制度变化与图例。情景超过六个或使用 --grid 时，
                每个情景一幅小图，基线为灰色（KEY-grid.svg）；--differences 绘制与基线之差（KEY-difference.svg）。
                无论宽度，字号均为八磅。PDF 与 PNG 由 rsvg-convert（Debian 软件包 librsvg2-bin）生成。

                例：cogov plot Results/regimes --observable participation.rung2plus,match
                    cogov plot Results/regimes --scenarios street-committee,qingyuan --format pdf
                    cogov plot Results/regimes --observable match --width 85 --format pdf
                    cogov plot Results/regimes --observable all --grid --language zh --out figures
                """))
    }

    @Argument(
        help: ArgumentHelp(said("Folder with results of run or compare.", "run 或 compare 的结果目录。"), valueName: "dir"),
        completion: .directory)
    var folder: String

    @Option(
        help: ArgumentHelp(
            said("Keys of observables, or all (default: the headlines).", "指标的键，或 all（默认：主要指标）。"),
            valueName: "key,..."), completion: .observables)
    var observable: String?

    @Option(
        help: ArgumentHelp(said("Ids of scenarios (default: all).", "情景 id（默认全部）。"), valueName: "id,..."))
    var scenarios: String?

    @Option(
        help: ArgumentHelp(
            said(
                "Id of the baseline (default: \(Shipped.baseline) if it is there, else the first).",
                "基线的 id（默认 \(Shipped.baseline)，没有则为第一个）。"), valueName: "id"), completion: .scenarios)
    var baseline: String?

    @Option(help: ArgumentHelp(said("svg, pdf or png.", "svg、pdf 或 png。"), valueName: "svg|pdf|png"))
    var format = FigureFormat.svg

    @Flag(help: ArgumentHelp(said("A small chart for each scenario.", "每个情景一幅小图。")))
    var grid = false

    @Flag(help: ArgumentHelp(said("Differences from the baseline.", "与基线之差。")))
    var differences = false

    @Option(
        help: ArgumentHelp(
            said(
                "Millimetres across, 60 to 400: about 85 for one column of a journal, 174 for two (default: 174).",
                "宽度（毫米，60 至 400）：期刊单栏约 85，双栏约 174（默认 174）。"), valueName: "mm"))
    var width: Double?

    @Option(
        help: ArgumentHelp(
            said("Folder for the figures (default: DIR/figures).", "图的目录（默认 DIR/figures）。"), valueName: "dir"),
        completion: .directory)
    var out: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard let width, !(60...400).contains(width) else { return }
        throw ValidationError(
            said("--width must be from 60 to 400 millimetres, not \(width).", "--width 应为 60 至 400 毫米，而不是 \(width)。"))
    }

    func run() throws {
        let converter = try format.converter()
        let (archive, manifest) = try opened()
        let known = manifest.scenarios.map(\.input.id)
        let shown = try chosen(scenarios, among: known, named: said("scenario", "情景"), option: "--scenarios") ?? known
        let baseline =
            try self.baseline.map {
                try chosen($0, among: known, named: said("scenario", "情景"), option: "--baseline")?[0]
            } ?? known.first { $0 == Shipped.baseline } ?? known.first
        let keys = try chosen(
            observable == "all" ? nil : observable, among: archive.observables, named: said("observable", "指标"),
            option: "--observable")
        guard !differences || shown.contains(where: { $0 != baseline }) else {
            throw refused(said("--differences needs a scenario beside the baseline.", "--differences 需要基线之外的情景。"))
        }
        do throws(ArchiveError) {
            let needed = known.filter { shown.contains($0) || $0 == baseline }
            let results = try Results(archive, scenarios: needed, replicates: manifest.replicates)
            let report = Report(results, manifest: manifest, baseline: baseline)
            let content = Report.FigureContent(
                scenarios: shown.compactMap(results.series.index(ofScenario:)), isGrid: grid,
                areDifferences: differences, width: width)
            let places =
                keys?.compactMap(results.series.index(ofObservable:))
                ?? (observable == "all" ? Array(results.series.observables.indices) : report.headlineObservables)
            let figures = places.map { place in
                (
                    name: name(results.series.observables[place].key, isGrid: content.isGrid),
                    source: report.figure(place, content, in: tongue)
                )
            }
            try write(figures, with: converter)
        } catch {
            Terminal.complain(error.message[tongue])
            throw Ending.failed
        }
    }

    private func opened() throws -> (Archive, Manifest) {
        do throws(ArchiveError) {
            let archive = try Archive.read(folder)
            guard let manifest = Manifest.read(from: folder), !manifest.scenarios.isEmpty else {
                throw .damaged(path: folder, reason: "it has no manifest.json that can be read")
            }
            return (archive, manifest)
        } catch {
            throw refused(error.message[tongue])
        }
    }

    /// The names of a list, each known; nil for no list.
    private func chosen(_ list: String?, among known: [String], named kind: String, option: String) throws -> [String]?
    {
        guard let names = list?.split(separator: ",").map(String.init) else { return nil }
        guard !names.isEmpty else { throw refused(said("\(option) names nothing.", "\(option) 为空。")) }
        for name in names where !known.contains(name) {
            let near = NearestName.of(name, among: known)
            throw refused(
                said(
                    "\(option): the results have no \(kind) \(name)" + (near.map { "; did you mean \($0)?" } ?? "."),
                    "\(option)：结果中没有\(kind) \(name)" + (near.map { "；是否想写 \($0)？" } ?? "。")))
        }
        return names
    }

    private func refused(_ message: String) -> Ending {
        Terminal.complain(message)
        return .badInput
    }

    private func name(_ key: String, isGrid: Bool) -> String {
        key + (isGrid ? "-grid" : "") + (differences ? "-difference" : "")
    }

    private func write(_ figures: [(name: String, source: String)], with converter: URL?) throws(ArchiveError) {
        let target = out ?? folder + "/figures"
        do {
            try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        } catch {
            throw .unwritable(path: target, reason: error.localizedDescription)
        }
        for figure in figures {
            let path = "\(target)/\(figure.name).\(format.rawValue)"
            guard let converter else {
                let file = try WholeFile("\(figure.name).svg", in: target)
                try file.append(figure.source)
                try file.finish()
                continue
            }
            try format.convert(figure.source, to: path, with: converter)
        }
        if !common.quiet {
            Terminal.print(
                said(
                    "\(figures.count) figure\(figures.count == 1 ? "" : "s") in \(target)\n",
                    "\(target) 中有 \(figures.count) 幅图\n"))
        }
    }
}
