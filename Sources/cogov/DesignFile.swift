import Experiments
import Scenarios

/// A design's file, read, its points laid and checked against its scenarios; or all faults on standard error and exit 2.
enum DesignFile {
    static func experiment(_ path: String, replicates: Int? = nil) throws -> Experiment {
        do throws(ScenarioFaults) {
            return try Experiments.Sweep.plan(
                try Design.read(path: Shipped.path(of: path, in: "Designs")), library: { Shipped.path(of: $0, on: $1) },
                replicates: replicates)
        } catch {
            Terminal.complain(error.faults.map { $0.text[tongue] }.joined(separator: "\n"))
            throw Ending.badInput
        }
    }
}
