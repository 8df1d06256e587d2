/// A quantity that is recorded every month, for each community and the whole world.
public struct Observable: Sendable, Equatable {
    /// The name in files, such as `trust.committee`.
    public let key: String
    public let unit: String
    public let meaning: Text
    public let formula: String
    /// The values it can take; nil where it has no bound.
    public let range: ClosedRange<Double>?

    public init(key: String, unit: String, meaning: Text, formula: String, range: ClosedRange<Double>?) {
        self.key = key
        self.unit = unit
        self.meaning = meaning
        self.formula = formula
        self.range = range
    }

    /// Every observable, in the order of columns.
    public static let all = Definition.all.map(\.observable)

    /// The observable of that key, or nil.
    public static func named(_ key: String) -> Observable? { byKey[key] }

    private static let byKey = Dictionary(uniqueKeysWithValues: all.map { ($0.key, $0) })

    /// Values of all observables from a tally; NaN where one is undefined.
    static func values(_ tally: Tally) -> [Double] { Definition.all.map { $0.value(tally) } }

    /// An observable and how it comes from a tally.
    struct Definition: Sendable {
        let observable: Observable
        let value: @Sendable (Tally) -> Double

        static let all: [Definition] =
            participation + attitudes + needs + services + organisationsAndProjects + partners + money
            + order + functions + market + design + acquaintance + hours
    }
}

extension Observable.Definition {
    init(
        _ key: String, _ unit: String, _ formula: String, _ range: ClosedRange<Double>?, _ en: String, _ zh: String,
        _ value: @escaping @Sendable (Tally) -> Double
    ) {
        observable = Observable(
            key: key, unit: unit, meaning: Text(en: en, zh: zh), formula: formula, range: range)
        self.value = value
    }

    /// A share of all residents, 0 to 1, by a count or a sum.
    static func share(
        _ key: String, _ formula: String, _ en: String, _ zh: String, _ sum: @escaping @Sendable (Tally) -> Double
    ) -> Self {
        Self(key, "share", formula, 0...1, en, zh) { ratio(sum($0), Double($0.residents)) }
    }

    /// A mean over residents of something that runs from 0 to 1 and is no share of anything.
    static func index(
        _ key: String, _ formula: String, _ en: String, _ zh: String, _ sum: @escaping @Sendable (Tally) -> Double
    ) -> Self {
        Self(key, "index", formula, 0...1, en, zh) { ratio(sum($0), Double($0.residents)) }
    }

    /// `a` / `b`, undefined where there is nothing to divide by.
    static func ratio(_ a: Double, _ b: Double) -> Double { b > 0 ? a / b : .nan }
}
