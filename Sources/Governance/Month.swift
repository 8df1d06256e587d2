import Numerics

/// What stays the same through a run.
final class RunContext: Sendable {
    let specification: ScenarioSpecification
    let seed: UInt64
    let replicate: UInt32

    init(specification: ScenarioSpecification, seed: UInt64, replicate: UInt32) {
        self.specification = specification
        self.seed = seed
        self.replicate = replicate
    }

    var parameters: Parameters { specification.parameters }
}

/// The month that is being lived, as every step sees it.
struct Month: Sendable {
    let run: RunContext
    /// Months since the run began, burn-in included: the month by which draws are addressed.
    let number: UInt32
    let date: YearMonth
    /// False in the burn-in.
    let isRecorded: Bool

    /// The stream of the mechanism called `name`.
    func stream(_ name: String) -> Stream { Stream(seed: run.seed, replicate: run.replicate, name: name) }
}
