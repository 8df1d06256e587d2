import Governance

/// How points are laid, in a design's file.
enum SamplingFormat {
    enum Draft: Sendable {
        case factorial
        case latinHypercube(points: Int)
        case sobol(points: Int)
        case morris(trajectories: Int, levels: Int)
        case saltelli(base: Int, secondOrder: Bool)
        /// A file of points that is still to be read.
        case file(String, Place)
    }

    static let sampling = Shape<Draft>.oneOf(
        [
            ("factorial", factorial), ("latinHypercube", count("latinHypercube", Draft.latinHypercube)),
            ("sobol", count("sobol", Draft.sobol)), ("morris", morris), ("saltelli", saltelli), ("points", points),
        ],
        "a way to lay points", "布点方式")

    private struct Numbers: Sendable {
        var count = 0
        var levels = 4
        var secondOrder = false
        var file = DesignFormat.Written(text: "", place: Place(file: ""))
    }

    private static func kind(_ name: String) -> [String: JSONValue] { ["kind": ["const": .text(name)]] }

    private static let factorial = Shape<Draft>.object(
        Text(en: "every level of every factor with every other", zh: "各因素水平的全部组合"), blank: .factorial, [],
        others: kind("factorial"), isCovering: false)

    private static func count(
        _ name: String, _ make: @escaping @Sendable (Int) -> Draft
    ) -> Shape<Draft> {
        Shape<Numbers>.object(
            Text(en: "a number of points", zh: "点数"), blank: Numbers(),
            [.required("points", \.count, .count(1...Design.mostPoints), "how many points", "点数")], others: kind(name),
            isCovering: false
        ).map { make($0.count) }
    }

    private static let morris = Shape<Numbers>.object(
        Text(en: "trajectories on a grid", zh: "网格上的轨迹"), blank: Numbers(),
        [
            .required("trajectories", \.count, .count(1...100_000), "how many trajectories; 10 to 50 are usual", "轨迹数"),
            .optional("levels", \.levels, .count(2...1000), "levels of the grid, an even number", "网格水平数（偶数）"),
        ], others: kind("morris"), isCovering: false
    ).checked { numbers, tree, path, reading in
        guard !numbers.levels.isMultiple(of: 2) else { return }
        reading.refuse(
            (tree["levels"] ?? tree).place, KeyPath.key(path, "levels"),
            Text(en: "\(numbers.levels)", zh: "\(numbers.levels)"), Text(en: "an even number", zh: "偶数"))
    }.map { Draft.morris(trajectories: $0.count, levels: $0.levels) }

    private static let saltelli = Shape<Numbers>.object(
        Text(en: "a base and its crossings", zh: "基础样本及其交叉"), blank: Numbers(),
        [
            .required("base", \.count, .count(1...1 << 20), "base points; a power of 2 is best", "基础点数（宜为 2 的幂）"),
            .optional("secondOrder", \.secondOrder, .flag, "whether second-order indices are wanted", "是否需要二阶指数"),
        ], others: kind("saltelli"), isCovering: false
    ).map { Draft.saltelli(base: $0.count, secondOrder: $0.secondOrder) }

    private static let points = Shape<Numbers>.object(
        Text(en: "a file of points", zh: "点文件"), blank: Numbers(),
        [.required("file", \.file, .written, "a CSV file relative to this one, a column a factor", "CSV 文件（相对路径），每列一个因素")],
        others: kind("points"), isCovering: false
    ).map { Draft.file($0.file.text, $0.file.place) }
}
