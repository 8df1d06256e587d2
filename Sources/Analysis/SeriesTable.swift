public import Governance

/// What runs recorded: one number for each scenario, replicate, month and observable.
///
/// Months count from 1, the first month that was simulated. A number that was not recorded, or that has no value (a
/// cost per need met where none was met), is NaN.
public struct SeriesTable: Sendable {
    public let scenarios: [Scenario]
    public let observables: [Observable]
    public let replicates: Int
    /// Months of the longest scenario.
    public let months: Int
    /// Row-major: scenario, replicate, month, observable.
    public private(set) var values: [Double]

    /// A scenario as tables and charts name it.
    public struct Scenario: Sendable, Equatable {
        public let id: String
        public let title: Text
        /// The calendar month of month 1.
        public let start: YearMonth
        /// Months that it lasts.
        public let months: Int

        public init(id: String, title: Text, start: YearMonth, months: Int) {
            self.id = id
            self.title = title
            self.start = start
            self.months = months
        }
    }

    /// A table in which nothing is recorded yet.
    public init(scenarios: [Scenario], observables: [Observable], replicates: Int) {
        self.scenarios = scenarios
        self.observables = observables
        self.replicates = replicates
        months = scenarios.map(\.months).max() ?? 0
        values = Array(repeating: .nan, count: scenarios.count * replicates * months * observables.count)
    }

    /// A table of numbers that are there already, row-major: scenario, replicate, month, observable.
    ///
    /// - Throws: ``ShapeError`` where the count of numbers does not fit.
    public init(
        scenarios: [Scenario], observables: [Observable], replicates: Int, values: [Double]
    ) throws(ShapeError) {
        self.init(scenarios: scenarios, observables: observables, replicates: replicates)
        guard values.count == self.values.count else {
            throw ShapeError(found: values.count, expected: self.values.count)
        }
        self.values = values
    }

    /// More or fewer numbers than the table has places.
    public struct ShapeError: Error, Equatable, CustomStringConvertible {
        public let found: Int
        public let expected: Int

        public var description: String {
            "the table has places for \(expected) numbers (scenarios x replicates x months x observables), not \(found)"
        }
    }

    /// The number at these places; all count from 0 but the month, which counts from 1.
    public subscript(scenario scenario: Int, replicate replicate: Int, month month: Int, observable observable: Int)
        -> Double
    {
        get { values[offset(scenario, replicate, month) + observable] }
        set { values[offset(scenario, replicate, month) + observable] = newValue }
    }

    /// Records all observables of one month of one replicate.
    ///
    /// - Throws: ``ShapeError`` where the row does not have one number for each observable.
    public mutating func record(
        _ row: some Collection<Double>, scenario: Int, replicate: Int, month: Int
    ) throws(ShapeError) {
        guard row.count == observables.count else {
            throw ShapeError(found: row.count, expected: observables.count)
        }
        let start = offset(scenario, replicate, month)
        values.replaceSubrange(start..<start + observables.count, with: row)
    }

    /// The numbers of all replicates, in their order.
    public func sample(scenario: Int, month: Int, observable: Int) -> [Double] {
        (0..<replicates).map { self[scenario: scenario, replicate: $0, month: month, observable: observable] }
    }

    /// Replicates of which every scenario has at least one number.
    public var wholeReplicates: Int {
        (0..<replicates).count { replicate in
            scenarios.indices.allSatisfy { scenario in
                let start = offset(scenario, replicate, 1)
                return values[start..<start + months * observables.count].contains(where: \.isFinite)
            }
        }
    }

    /// The scenario of that id, or nil.
    public func index(ofScenario id: String) -> Int? { scenarios.firstIndex { $0.id == id } }

    /// The observable of that key, or nil.
    public func index(ofObservable key: String) -> Int? { observables.firstIndex { $0.key == key } }

    private func offset(_ scenario: Int, _ replicate: Int, _ month: Int) -> Int {
        ((scenario * replicates + replicate) * months + month - 1) * observables.count
    }
}
