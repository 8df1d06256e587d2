/// Residents' organisations that the committee's staff run are drawn into what the committee has to do.
///
///     C <- C + a_fed (byStaff x load - C)
///     of an organisation's hours: 1 - C its own;  C t_fed for tasks from above;  C (1 - t_fed) for services of the template
///     what it works at: w_k = (1 - C) [k its domain] + C (1 - t_fed) template_k
///
/// load is the share of the committee's hours taken by tasks from above: staff who have to choose between these and
/// residents take the organisations' hands along. An organisation holds fewer activities, by 1 - C, delivers less of what
/// residents need, and more of what the template knows; what residents think of it follows from that alone. Its members
/// come for what it works at (``Participation``): visits and forms for the committee meet no need of theirs.
///
/// Reads: committee, hours, levers. Writes: organisations. Draws: none. Source: Lu (2020), on a federation led by the
/// committee's social workers that became "a second-level department".
enum Federation {
    struct Parameters: Sendable, Equatable {
        var pace = 0.08
        var tasks = 0.5
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "federation.pace", "a_fed", "1/month", 0.048...0.112, .assumed("a year; +-40 %"), \.federation.pace,
            "pace at which organisations are captured, and freed", "居民组织行政化的调整速度"),
        ParameterField(
            "federation.tasks", "t_fed", "share", 0.3...0.7, .assumed("half visits and forms, half services"),
            \.federation.tasks, "share of captured hours that tasks from above take", "被行政占用工时中上级任务的份额"),
    ]

    /// w: what an organisation works at, by domain; sums to less than 1 where tasks from above take hours.
    static func work(of organisation: ResidentOrganisation, template: [Double], _ p: Parameters) -> SIMD8<Float> {
        var work = SIMD8<Float>()
        for k in 0..<Domain.count { work[k] = Float(organisation.capture * (1 - p.tasks) * template[k]) }
        work[organisation.domain.index] += Float(1 - organisation.capture)
        return work
    }

    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        let p = month.run.parameters.federation
        let terms = month.run.specification.committees
        let all = terms.staff * terms.hours
        let load = all > 0 ? 1 - community.committee.freeHours / all : 0
        let target = community.institutions.federation.byStaff * load
        for o in community.organisations.indices {
            community.organisations[o].capture += p.pace * (target - community.organisations[o].capture)
            let taken = community.organisations[o].hours * community.organisations[o].capture
            community.organisations[o].hours -= taken
            community.organisations[o].templateHours = taken * (1 - p.tasks)
        }
    }
}
