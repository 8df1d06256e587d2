import Foundation
import Governance

/// Into how many tasks a sweep is cut and what each is given; stays the same for as long as the sweep's folder is there.
public struct SlurmPlan: Codable, Sendable, Equatable {
    /// Shards of the sweep, one array task each.
    public var tasks: Int
    /// Cores, megabytes and minutes of a task.
    public var cores: Int
    public var memory: Int
    public var minutes: Int

    /// A task is to last about this long: starting one then takes little of it, and little is waited for where one ends late.
    private static let seconds = 1200.0
    /// Slurm's own limit on the tasks of an array, where it is not told.
    private static let mostTasks = 1000

    /// - Parameters:
    ///   - forecast: of the whole sweep, measured with as many cores as a task will have.
    ///   - mostTasks: that the cluster takes in one array.
    init(_ forecast: Forecast, _ options: SlurmOptions, mostTasks: Int? = nil) {
        let work = forecast.duration.inSeconds * Double(forecast.cores)
        let most = max(1, min(forecast.runs, mostTasks ?? Self.mostTasks))
        let wanted = (work / Double(options.cores) / Self.seconds).rounded(.up)
        tasks = min(most, options.tasks ?? max(1, wanted < Double(most) ? Int(wanted) : most))
        cores = options.cores
        // Worlds may grow a little under way.
        memory = Int((Double(forecast.memory) * 1.3 / 1_000_000).rounded(.up)) + 100
        // Nodes may be slower than where it was measured, and shards are of unequal cost.
        let share = work / Double(tasks) / Double(options.cores)
        minutes = 10 + Int((share * 3 / 60).rounded(.up))
    }

    /// The shards, as folders below that of the sweep.
    func folder(of task: Int, in folder: String) -> String { "\(folder)/shards/\(task)-of-\(tasks)" }
}
