import Analysis
import Foundation
import Governance
import Numerics

extension Verification {
    /// Sobol's indices of functions that have them in closed form. Nothing is drawn: the points are those of a sequence.
    static let sobolIndices = Verification(
        id: "sobol-indices", title: Text(en: "Sobol indices of known functions", zh: "已知函数的 Sobol 指数"),
        source: Text(
            en: "Ishigami and Homma (1990), a 7, b 0.1; Saltelli and Sobol’ (1995), a = 0, 1, 4.5, 9",
            zh: "Ishigami 与 Homma（1990），a 7、b 0.1；Saltelli 与 Sobol’（1995），a = 0、1、4.5、9")
    ) { setting in
        try [SensitivityTestFunction.ishigami, .sobolG([0, 1, 4.5, 9])].flatMap { function in
            let count = setting.either(1024, 8192)
            let matrix = try SaltelliMatrix(count: count, dimensions: function.dimensions, secondOrder: true)
            let indices = try SobolIndices(
                matrix.points.map { function($0) }, on: matrix, resamples: 0,
                stream: Stream(seed: 14, replicate: 0, name: "verification.sobol"))
            func check(
                _ en: String, _ zh: String, _ found: [SobolIndices.Index], _ exact: [Double]
            ) -> [VerificationCheck] {
                zip(found, exact).enumerated().map { place, both in
                    .exact(
                        Text(en: "\(function.name), \(en) \(place + 1)", zh: "\(function.name)：\(zh) \(place + 1)"),
                        expected: both.1, found: both.0.value, within: setting.either(0.03, 0.005),
                        because: Text(en: "\(count) points of Sobol’s sequence", zh: "Sobol 序列 \(count) 点"))
                }
            }
            return check("first order", "一阶", indices.first, function.first)
                + check("total", "总效应", indices.total, function.total)
                + check(
                    "interaction", "二阶", Array(indices.second.joined()), Array(function.second.joined()))
        }
    }

    /// Morris' mu* of the same functions: their means over the sample's grid are sums that can be written out.
    static let morrisEffects = Verification(
        id: "morris-effects", title: Text(en: "Morris effects of known functions", zh: "已知函数的 Morris 效应"),
        source: Text(
            en: "μ* as the mean over all moves of the four-level grid (Morris 1991, Campolongo et al. 2007)",
            zh: "μ* 为四水平网格全部移动的均值（Morris 1991；Campolongo 等 2007）")
    ) { setting in
        try [SensitivityTestFunction.ishigami, .sobolG([0, 1, 4.5])].flatMap { function in
            let sample = try MorrisTrajectories(
                count: setting.either(200, 2_000), dimensions: function.dimensions,
                stream: Stream(seed: 15, replicate: 0, name: "verification.morris"))
            let effects = try MorrisEffects(
                sample.points.map { function($0) }, on: sample, resamples: 0,
                stream: Stream(seed: 15, replicate: 0, name: "verification.bootstrap"))
            return (0..<function.dimensions).map { input in
                VerificationCheck.mean(
                    Text(en: "\(function.name), μ* \(input + 1)", zh: "\(function.name)：μ* \(input + 1)"),
                    of: effects.elementary[input].map(abs), expected: meanSize(of: function, input),
                    allowance: 1e-9, unit: Text(en: "trajectories", zh: "条轨迹"))
            }
        }
    }

    /// The mean size of the effect of an input, over both moves of it and all places of the others on four levels.
    private static func meanSize(of function: SensitivityTestFunction, _ input: Int) -> Double {
        let (levels, step) = (4, 2.0 / 3)
        let places = Int(pow(Double(levels), Double(function.dimensions)))
        var (sum, count) = (0.0, 0.0)
        for place in 0..<places {
            var rest = place
            var point = (0..<function.dimensions).map { _ in
                defer { rest /= levels }
                return Double(rest % levels) / Double(levels - 1)
            }
            // Half of the levels can start a rise; a fall is the same move backwards.
            guard point[input] < 0.4 else { continue }
            let before = function(point)
            point[input] += step
            sum += abs(function(point) - before) / step
            count += 1
        }
        return sum / count
    }
}
