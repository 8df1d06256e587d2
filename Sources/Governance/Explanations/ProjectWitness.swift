import Numerics

/// Follows one project from the month in which it is proposed.
final class ProjectWitness: Witness, @unchecked Sendable {
    private let id: String
    private var turn: ProjectExecution.Turn?
    private(set) var story: ProjectStory?
    /// Whether nothing more is to come.
    private(set) var isOver = false
    /// Ids of all proposals seen so far.
    private(set) var known: [String] = []

    init(_ id: String) { self.id = id }

    func before(_ step: String, _ world: World, _ month: Month) {
        if step == "Review", story != nil { world.scratch.notes = MonthNotes() }
    }

    func after(_ step: String, _ world: World, _ month: Month) {
        guard step == "Review", let notes = world.scratch.notes, story?.grant == nil else { return }
        world.scratch.notes = nil
        let sheet = notes.counts.first { $0.candidates.contains { $0.proposal.id == id } }
        story?.contest = sheet.map(ProjectStory.Contest.init)
        guard let project = world.communities.lazy.flatMap(\.projects).first(where: { $0.id == id }) else {
            isOver = true
            return
        }
        let granted = sheet?.granted[id] ?? project.grant
        var paid = PaidBy()
        paid.note(world.paidIn[project.fund] ?? [], granted)
        paid.note(Account.partners, project.grant - granted)
        story?.grant = ProjectStory.Grant(
            fen: project.grant,
            sources: MoneySource.allCases.filter { paid[$0] > 0 }.map { .init(name: $0.label, fen: paid[$0]) },
            plannedUnits: project.plannedUnits, plannedMonths: project.plannedMonths, diversion: project.diversion)
    }

    func before(_ step: String, _ community: Community, _ month: Month, _ scratch: Scratch) {
        guard community.id == story?.community else { return }
        if step == "ProjectExecution" { turn = nextTurn(community, month) }
        if step == "Audit", let end = story?.end, end.diverted > 0,
            let project = community.projects.first(where: { $0.id == id })
        {
            let (levers, p) = (community.institutions.monitoring, month.run.parameters.audit)
            let finding = Audit.Finding(
                project, found: Audit.detection(levers, p), hushed: Audit.hush(levers, p), month)
            story?.end?.audit = finding.told
            story?.end?.isPursued = finding.pursued.happens
        }
    }

    func after(_ step: String, _ community: Community, _ month: Month, _ scratch: Scratch) {
        if step == "Proposals" {
            known += community.proposals.map(\.id)
            if let own = community.proposals.first(where: { $0.id == id }), story == nil {
                story = ProjectStory(own, community, month)
            }
        }
        guard community.id == story?.community else { return }
        if step == "ProjectExecution", let project = community.projects.first(where: { $0.id == id }) {
            note(project, community, month)
        }
        if step == "Audit", story?.end != nil { isOver = true }
    }

    /// What the project is about to meet with: projects draw on the common hours one after another.
    private func nextTurn(_ community: Community, _ month: Month) -> ProjectExecution.Turn? {
        let p = month.run.parameters.execution
        var running = community
        running.projects.removeAll { $0.state != .running }
        var pool = ProjectExecution.Pool(running, month, p)
        for project in running.projects {
            let hours = pool.take(for: project, p)
            if project.id == id { return ProjectExecution.Turn(project, hours: hours, running, month, p) }
        }
        return nil
    }

    private func note(_ project: Project, _ community: Community, _ month: Month) {
        guard let turn else { return }
        let number = month.of(month.run.specification)
        let before = story?.months.reduce(0) { $0 + $1.diverted } ?? 0
        story?.months.append(
            ProjectStory.MonthOfWork(
                month: number, friction: turn.friction, hours: turn.hours, needed: turn.needed, effort: turn.effort,
                spent: project.spentThisMonth, diverted: project.diverted - before, units: project.unitsThisMonth,
                progress: project.progress, failure: turn.failure))
        guard project.state != .running,
            let cause = ProjectExecution.ending(
                of: project, community, failure: turn.failure, month, month.run.parameters.execution)
        else { return }
        func moved(_ purpose: Purpose) -> Int64 {
            community.journal.reduce(0) {
                $0 + ($1.from == Account.project(id) && $1.purpose == purpose ? $1.fen : 0)
            }
        }
        story?.end = ProjectStory.End(
            month: number, cause: cause, name: cause.label, delivered: project.delivered, progress: project.progress,
            quality: project.quality, spent: project.spent, diverted: project.diverted, returned: moved(.refund),
            lost: moved(.writtenOff))
    }
}
