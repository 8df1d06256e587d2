import Foundation
import Governance

extension Design {
    /// More points than this are a slip.
    static let mostPoints = 10_000_000

    /// The design in the file at `path`.
    ///
    /// - Throws: every fault found in it and in its file of points. Scenarios are not read yet.
    public static func read(path: String) throws(ScenarioFaults) -> Design {
        var layers = Layers()
        guard let tree = layers.read(path), !layers.isBroken else { throw ScenarioFaults(faults: layers.faults) }
        var reading = Reading()
        var draft = DesignFormat.Draft()
        DesignFormat.root.read(tree, "", &draft, &reading)
        var design = draft.design
        design.files = layers.files
        if reading.faults.isEmpty { design.join(draft, path, &reading) }
        let faults = layers.faults + reading.faults
        guard faults.isEmpty else { throw ScenarioFaults(faults: faults) }
        return design
    }

    /// Whether the file at `path` is a design's: it has factors.
    public static func isDesign(path: String) -> Bool {
        var layers = Layers()
        guard let tree = layers.read(path), !layers.isBroken else { return false }
        return tree["factors"] != nil && tree["period"] == nil
    }

    /// The design's file as it was named.
    public var file: String { files.first?.path ?? "" }

    /// The path of what a design names: a file beside its own, where there is one; else what `library` says.
    public func path(_ name: String, library: (String) -> String) -> String {
        let beside = ((file as NSString).deletingLastPathComponent as NSString).appendingPathComponent(name)
        return FileManager.default.fileExists(atPath: beside) ? beside : library(name)
    }

    private mutating func join(_ draft: DesignFormat.Draft, _ path: String, _ reading: inout Reading) {
        changes = draft.changes.map { ScenarioChange($0.text, place: $0.place) }
        sampling = readSampling(draft.sampling, path, &reading)
        checkFactors(&reading)
        checkExperimental(&reading)
        guard reading.faults.isEmpty else { return }
        let kinds = factors.enumerated().map { place, factor in (id: factor.id, kind: kind(of: factor, at: place)) }
        for (number, written) in draft.constraints.enumerated() {
            do throws(ExpressionError) {
                constraints.append(try Constraint(written.text, factors: kinds))
            } catch {
                var place = written.place
                place.column = place.column.map { $0 + error.column }
                reading.refuse(
                    place, KeyPath.item("constraints", nil, number), error.found, error.expected,
                    nearest: error.nearest)
            }
        }
    }

    private func kind(of factor: Factor, at place: Int) -> Expression.Kind {
        if case .listed(let points) = sampling { return FactorKind.of(points.map { $0[place] }) ?? .word }
        return FactorKind.of(factor)
    }

    private mutating func readSampling(
        _ draft: SamplingFormat.Draft, _ path: String, _ reading: inout Reading
    ) -> Sampling {
        switch draft {
        case .factorial: return .factorial
        case .latinHypercube(let points): return .latinHypercube(points: points)
        case .sobol(let points): return .sobol(points: points)
        case .morris(let trajectories, let levels): return .morris(trajectories: trajectories, levels: levels)
        case .saltelli(let base, let secondOrder): return .saltelli(base: base, secondOrder: secondOrder)
        case .file(let name, let place):
            let beside = ((path as NSString).deletingLastPathComponent as NSString).appendingPathComponent(name)
            do throws(ScenarioFaults) {
                let bytes = try FileBytes.read(
                    beside, reportedAt: place, "sampling.file", most: FileBytes.tableLimit)
                files.append(ScenarioFile(path: beside, bytes: bytes))
                let file = try PointsFile(bytes, path: beside, factors: factors)
                reading.take(file.faults)
                return .listed(file.points)
            } catch {
                reading.take(error.faults)
                return .listed([])
            }
        }
    }

    /// What a way to lay points asks of its factors.
    private func checkFactors(_ reading: inout Reading) {
        var points = 1
        for factor in factors {
            switch (sampling, factor.space) {
            case (.factorial, .listed(let values)): points = points.multipliedSafely(by: values.count)
            case (.factorial, _):
                guard let levels = factor.levels else {
                    reading.refuse(
                        factor.place, "factors.\(factor.id)",
                        Text(en: "a range without levels", zh: "未给出水平数的范围"),
                        Text(
                            en: "values, or levels: how many values a full factorial takes",
                            zh: "values，或以 levels 给出水平数"))
                    continue
                }
                points = points.multipliedSafely(by: levels)
            case (.morris, .distribution(let spread)) where !spread.isBounded:
                reading.refuse(
                    factor.place, "factors.\(factor.id)",
                    Text(en: "a distribution without ends", zh: "没有上下限的分布"),
                    Text(en: "low and high, since Morris' grid reaches to the ends", zh: "low 与 high（Morris 网格包含两端）"))
            default: break
            }
        }
        guard points <= Self.mostPoints else {
            return reading.refuse(
                at: "sampling", Text(en: "\(points) points", zh: "\(points) 个点"),
                Text(en: "at most \(Self.mostPoints)", zh: "至多 \(Self.mostPoints) 个"))
        }
    }

    private func checkExperimental(_ reading: inout Reading) {
        guard experimental == nil else { return }
        let factor = factors.first { $0.key.hasPrefix("parameters.") }
        let change = changes.first { $0.text.hasPrefix("parameters.") }
        guard let place = factor?.place ?? change?.place else { return }
        reading.refuse(
            place, factor.map { "factors.\($0.id)" } ?? "set",
            Text(en: "behavioural parameters", zh: "行为参数"),
            Text(
                en: "none, or experimental: with words that say why they are varied",
                zh: "无，或以 experimental: 写明为何改动"))
    }
}

extension Int {
    /// The product, or the greatest number where it would be more.
    fileprivate func multipliedSafely(by other: Int) -> Int {
        let (product, isTooLarge) = multipliedReportingOverflow(by: other)
        return isTooLarge ? .max : product
    }
}
