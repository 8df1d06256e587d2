/// Looks on while a month is lived and notes what happens, in the order in which it does.
///
/// What it tells it takes from the world before and after a step, and from the step's own functions; it draws nothing and changes
/// nothing. One can go from month to month: it remembers what it has told of attention and of committees, so that what wavers
/// about a mark is told once.
final class Chronicler: Witness, @unchecked Sendable {
    private(set) var occurrences: [Occurrence] = []
    private var memory: Chronicle
    /// States before the step that is being done.
    private var failures: [String: Chance] = [:]
    private var firms: [String: FirmTerms] = [:]
    private var teams: [ResidentOrganisation] = []
    private var departures: [UInt16: ResidentOrganisations.Departures] = [:]
    private var firstNumbers: [String: Int] = [:]

    init(_ memory: Chronicle) { self.memory = memory }

    /// What is to be remembered for the next month.
    var chronicle: Chronicle { memory }

    func before(_ step: String, _ world: World, _ month: Month) {
        switch step {
        case "Firms": firms = world.firmsAtWork
        case "Review": world.scratch.notes = MonthNotes()
        default: break
        }
    }

    func after(_ step: String, _ world: World, _ month: Month) {
        switch step {
        case "Joining": tellJoining(world, month)
        case "ScheduledEvents": tellScheduled(world, month)
        case "Attention": tellAttention(world, month)
        case "SocialOrganisations": tellSocialOrganisations(world, month)
        case "Firms": tellFirms(world)
        case "Review": tellReview(world, month)
        case "Closing": memory.isBegun = true
        default: break
        }
    }

    func before(_ step: String, _ community: Community, _ month: Month, _ scratch: Scratch) {
        switch step {
        case "Turnover": teams = community.organisations
        case "ResidentOrganisations":
            teams = community.organisations
            departures = [:]
            for team in teams {
                var draws = ResidentOrganisations.draws(of: team, month)
                departures[team.slot] = ResidentOrganisations.Departures(
                    from: team, community.residents, &draws, month.run.parameters.organisations)
            }
        case "ProjectExecution": noteFailures(community, month)
        case "Audit": tellAudit(community, month)
        default: break
        }
    }

    func after(_ step: String, _ community: Community, _ month: Month, _ scratch: Scratch) {
        switch step {
        case "Turnover": tellTeams(community, hasMoved: true)
        case "FailedMeetings": tellMeetings(community)
        case "ProjectExecution": tellProjects(community, month)
        case "ResidentOrganisations":
            tellTeams(community, hasMoved: false)
            tellFounded(community)
        case "Committees": tellCommittee(community)
        case "Petitions": tellPetitions(community)
        default: break
        }
    }

    private func tell(_ occurrence: Occurrence) { occurrences.append(occurrence) }
}

// MARK: - What comes from outside

extension Chronicler {
    private func tellJoining(_ world: World, _ month: Month) {
        var first = 1
        for community in world.communities {
            firstNumbers[community.id] = first
            first += community.residents.count
            guard community.arrival.lag != nil, memory.joined.insert(community.id).inserted, memory.isBegun else {
                continue
            }
            tell(.joined(community: community.id, isPilot: community.arrival.lag == 0))
        }
    }

    private func tellScheduled(_ world: World, _ month: Month) {
        for event in month.run.specification.events {
            let places = ScheduledEvents.places(of: event, world, month)
            guard !places.isEmpty else { continue }
            let isEverywhere = places.count == world.communities.count
            tell(
                .scheduled(
                    title: event.title, communities: isEverywhere ? [] : places.map { world.communities[$0].id }))
        }
    }

    private func tellAttention(_ world: World, _ month: Month) {
        let gate = month.run.parameters.budget.gateCentre
        for community in world.communities {
            guard let comes = memory.attention.turn(of: community.id, community.experience.attention - gate) else {
                continue
            }
            tell(.attention(community: community.id, comes: comes))
        }
    }

    private func tellSocialOrganisations(_ world: World, _ month: Month) {
        for organisation in world.organisations {
            let (id, name) = (organisation.terms.id, organisation.terms.name)
            if organisation.isPresent, memory.present.insert(id).inserted, memory.isBegun {
                tell(.socialOrganisationCame(id: id, name: name))
            } else if !organisation.isPresent, memory.present.remove(id) != nil {
                tell(.socialOrganisationLeft(id: id, name: name, cause: .of(organisation, in: month)))
            }
        }
    }

    private func tellFirms(_ world: World) {
        let now = world.firmsAtWork
        for community in world.communities.map(\.id) where firms[community] != now[community] {
            if let gone = firms[community] { tell(.firmLeft(id: gone.id, name: gone.name, community: community)) }
            if let here = now[community], let site = world.communities.first(where: { $0.id == community })?.site {
                tell(.firmCame(id: here.id, name: here.name, community: community, fen: site.invested))
            }
        }
    }

    private func tellReview(_ world: World, _ month: Month) {
        guard let notes = world.scratch.notes else { return }
        world.scratch.notes = nil
        for sheet in notes.counts where !sheet.candidates.isEmpty {
            tell(
                .decided(
                    line: sheet.line.id, name: sheet.line.name, pot: sheet.pot,
                    granted: sheet.granted.values.reduce(0, +), proposals: sheet.candidates.count,
                    funded: sheet.granted.count { $0.value > 0 }))
        }
        for community in world.communities {
            for project in community.projects where project.started == month.number {
                tell(.projectFunded(.init(project, community), fen: project.grant))
            }
        }
    }
}

// MARK: - What happens in a community

extension Chronicler {
    /// Whether projects will fail by themselves: that hangs on friction, and not on hours.
    private func noteFailures(_ community: Community, _ month: Month) {
        failures = [:]
        for project in community.projects where project.state == .running {
            failures[project.id] =
                ProjectExecution.Turn(project, hours: 0, community, month, month.run.parameters.execution).failure
        }
    }

    private func tellProjects(_ community: Community, _ month: Month) {
        for project in community.projects where project.state != .running {
            guard let failure = failures[project.id],
                let cause = ProjectExecution.ending(
                    of: project, community, failure: failure, month, month.run.parameters.execution)
            else { continue }
            tell(.projectEnded(.init(project, community), cause: cause, progress: project.progress))
        }
    }

    private func tellAudit(_ community: Community, _ month: Month) {
        let (levers, p) = (community.institutions.monitoring, month.run.parameters.audit)
        for project in community.projects where project.state != .running && project.diverted > 0 {
            let finding = Audit.Finding(
                project, found: Audit.detection(levers, p), hushed: Audit.hush(levers, p), month)
            guard finding.told.happens else { continue }
            tell(
                .diversionTold(
                    .init(project, community), fen: project.diverted, isPursued: finding.pursued.happens))
        }
    }

    private func tellMeetings(_ community: Community) {
        let month = community.engagement
        guard month.meetings > 0 else { return }
        let failing = Double(month.failedMeetings) / Double(month.meetings) - 0.5
        guard let fail = memory.meetings.turn(of: community.id, failing, from: false) else { return }
        tell(
            .meetings(community: community.id, failed: month.failedMeetings, held: month.meetings, fail: fail))
    }

    /// Organisations that were there before the step: whether they are gone, or led by another.
    private func tellTeams(_ community: Community, hasMoved: Bool) {
        for team in teams {
            let own = Occurrence.Association(team, community)
            guard let now = community.organisations.first(where: { $0.slot == team.slot }) else {
                tell(.organisationEnded(own, cause: hasMoved ? .leaderMoved : cause(of: team, community)))
                continue
            }
            guard now.leader != team.leader else { continue }
            let number = firstNumbers[community.id, default: 1] + now.leader
            tell(.leaderFollowed(own, leader: number, hasMoved: hasMoved))
        }
    }

    private func cause(of team: ResidentOrganisation, _ community: Community) -> ResidentOrganisationStory.Cause {
        guard let departures = departures[team.slot], departures.leaderExit.happens,
            ResidentOrganisations.successor(departures.kept, community.residents) == nil
        else { return .tooFew }
        return .noSuccessor
    }

    private func tellFounded(_ community: Community) {
        let known = Set(teams.map(\.slot))
        for team in community.organisations where !known.contains(team.slot) {
            tell(.organisationFounded(.init(team, community), members: team.members.count))
        }
    }

    private func tellCommittee(_ community: Community) {
        guard let turn = memory.committees.turn(of: community.id, community.committee.orientation - 0.5) else { return }
        tell(.committeeTurned(community: community.id, towardResidents: turn))
    }

    private func tellPetitions(_ community: Community) {
        let unrest = community.unrest
        guard unrest.petitions + unrest.protests > 0 else { return }
        tell(
            .petitions(community: community.id, petitions: unrest.petitions, protests: unrest.protests))
    }
}
