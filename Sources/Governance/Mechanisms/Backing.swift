import Numerics

/// A committee backs what an outside organisation does as far as the two want the same; what it does not back, fewer
/// hear of.
///
///     b = 1 - g (1 - verbal) d;  d = sum over domains |committee's priorities - organisations'| / 2
///     an organisation's activity is backed with chance b;  one without backing has x_alone of the invitations
///
/// g is the part of the organisations' hours that belongs to those with goals of their own: who has none takes up what
/// is known of needs, and there is nothing to differ about. Words from above make the committee go along whatever it
/// wants. A backed activity the committee announces as its own. Goals stand in the place of what is known of needs in all
/// that an outside organisation wants: activities, proposals, partnership, opinion.
///
/// Reads: presence, committee, knowledge, levers. Writes: which activities are backed. Draws: one number an activity
/// of an outside organisation, where b is below 1. Source: Lu (2020): the community helps as long as goals agree; without
/// its director calling on residents hardly anybody can be got.
enum Backing {
    struct Parameters: Sendable, Equatable {
        var alone = 0.4
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "backing.alone", "x_alone", "share", 0.2...0.7, .assumed("Lu: hardly anybody comes; wide"), \.backing.alone,
            "invitations that reach residents without the committee's word, as a share", "没有居委会号召时邀请能送达的比例")
    ]

    /// b: the share of outside organisations' activities that the committee backs.
    static func share(_ community: Community, _ template: [Double]) -> Double {
        let part = community.presence.goalShare
        guard part > 0 else { return 1 }
        let distance =
            zip(
                community.priorities(ofCommittee: template), community.priorities(ofOrganisations: template)
            ).reduce(0) { $0 + abs($1.0 - $1.1) } / 2
        return 1 - part * (1 - community.institutions.support.verbal) * distance
    }

    /// Decides for each of the month's activities.
    static func decide(_ community: inout Community, _ month: Month) {
        let share = share(community, month.run.specification.publicService.template)
        guard share < 1 else { return }
        let stream = month.stream("backing")
        for a in community.engagement.activities.indices {
            let activity = community.engagement.activities[a]
            guard activity.provider == .socialOrganisation else { continue }
            var draws = stream.draws(
                agent: Identity.compose(community.identity, UInt64(activity.kind.index), UInt64(activity.number)),
                month: month.number)
            community.engagement.activities[a].isBacked = draws.bernoulli(share)
        }
    }
}
