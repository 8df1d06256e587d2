/// Looks on while a month is lived, step by step (``Schedule``), and leaves everything as it is.
///
/// What a step decides is worked out by the step's own functions, before or after it: there is no second copy of an equation. Worlds
/// that are looked at are worked by one thread.
protocol Witness: AnyObject, Sendable {
    /// Before and after a step of society.
    func before(_ step: String, _ world: World, _ month: Month)
    func after(_ step: String, _ world: World, _ month: Month)
    /// Before and after a step of one community.
    func before(_ step: String, _ community: Community, _ month: Month, _ scratch: Scratch)
    func after(_ step: String, _ community: Community, _ month: Month, _ scratch: Scratch)
}

extension Witness {
    func before(_: String, _: World, _: Month) {}
    func after(_: String, _: World, _: Month) {}
    func before(_: String, _: Community, _: Month, _: Scratch) {}
    func after(_: String, _: Community, _: Month, _: Scratch) {}
}

/// Why nothing can be explained.
public enum ExplanationError: Error, Equatable {
    case resident(Int, valid: ClosedRange<Int>)
    /// Months are counted from 1, the scenario's first.
    case month(Int, valid: ClosedRange<Int>)
    case unknown(Kind, name: String, known: [String])
    case run(String)

    /// What has a name.
    public enum Kind: Sendable, Equatable { case project, organisation, committee, account }
}
