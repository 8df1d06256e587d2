/// Reforms take tasks from above off committees: tasks go back to departments, a list binds them, new ones need leave.
///
///     effective load = load (1 - back centralise)(1 - listed list)(1 - admitted admit)
///
/// The three bind one after another: what has gone back needs no list. Not a step of its own: ``Mobilisation`` asks for
/// it when it counts the committee's hours.
///
/// Reads: levers. Writes: nothing. Draws: none. Source: Lu (2020) on "tasks taken back, duties by list, entry by
/// approval"; how much each takes away no source tells.
enum TaskLoad {
    struct Parameters: Sendable, Equatable {
        var back = 0.25
        var listed = 0.2
        var admitted = 0.15
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "taskLoad.back", "l_c", "share", 0.15...0.35, .assumed("the three together take 0.9 to about 0.46"),
            \.taskLoad.back, "share of tasks from above that departments can take back", "可由部门收回的上级任务占比"),
        ParameterField(
            "taskLoad.listed", "l_l", "share", 0.12...0.28, .assumed("+-40 %"), \.taskLoad.listed,
            "share of the rest that is on no list of the committee's duties", "其余任务中不在职责清单上的占比"),
        ParameterField(
            "taskLoad.admitted", "l_a", "share", 0.09...0.21, .assumed("+-40 %"), \.taskLoad.admitted,
            "share of what is left that would not be admitted", "再余任务中不予准入的占比"),
    ]

    /// Share of the committee's hours taken by tasks from above once reforms have taken effect.
    static func effective(_ levers: Institutions, _ p: Parameters) -> Double {
        let reform = levers.taskReform
        return levers.taskLoad * (1 - p.back * reform.centralise) * (1 - p.listed * reform.list)
            * (1 - p.admitted * reform.admit)
    }
}
