import Archive
import Governance

/// What tells one version of the model from another: its observables, the defaults of its parameters, and what it makes
/// of a small world that knows every institution.
///
/// An archive thus refuses to go on with runs of a model that gives other results now, though the program's version is
/// the same: a change under development does not mix with what was there.
public enum ModelFingerprint {
    public static let current: String = {
        let observables = Observable.all.map { "\($0.key) \($0.unit)" }
        let parameters = Parameters.all.map { "\($0.key)=\($0.defaultValue)" }
        let parts = observables + [""] + parameters + [""] + life(of: .sample)
        return Digest.sha256(of: parts.joined(separator: "\n"))
    }()

    /// Every number and every transfer of every month.
    private static func life(of scenario: ScenarioSpecification) -> [String] {
        do {
            let world = try World(scenario, seed: 1, replicate: 1)
            return try (0..<scenario.months).flatMap { _ in
                try world.advance()
                return world.observe().map(\.description) + world.flows.map { "\($0)" }
            }
        } catch {
            return ["\(error)"]
        }
    }
}
