import Numerics

/// The district's attention is finite: communities compete for it by pilot status and by what they can show.
///
///     V_c <- max(0, (1 - d_V) V_c + change in satisfaction + award_c - petitions x b_petition - protests x b_protest)
///     nu <- nu + (x - nu) / tau_nu;  x = 1 if mean V > 0 and mean V >= aspiration, else nu_min
///     aspiration <- aspiration + d_A (mean V - aspiration)
///     B_c <- (1 - d_V) B_c + protests
///     w_c = 1 + pilotWeight_c + b_V V_c + byProtest_c B_c
///     alpha_c = min(1, A w_c / sum over the district's communities of w) agenda_c nu
///
/// In this order; completions in visible domains were added last month (``ProjectExecution``). Petitions and protests are
/// last month's, of a thousand residents; awards are dated by their lever. By the lever
/// `support.byProtest` a district looks where roads were blocked, though V suffers. nu is the policy's novelty to the district, A
/// what it can attend to. Communities of the district outside the run have weight 1 each.
///
/// Reads: experience and unrest of all communities, levers. Writes: each community's attention; the district's aspiration and
/// novelty. Draws: none. Update: once a month over all communities. Source: Lu (2020), on support that is verbal first
/// and real after visible success, and on J, where residents blocked roads whenever leaders came, which the district
/// therefore made its pilot (section on J's background); finite attention after Jones and Baumgartner (2005).
enum Attention {
    struct Parameters: Sendable, Equatable {
        var show = 2.0
        var fade = 0.1
        var novelty = 36.0
        var floor = 0.4
        var adapt = 0.05
        var byPetition = 0.02
        var byProtest = 0.2
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "attention.show", "b_V", "weight", 1.2...2.8, .assumed("+-40 %"), \.attention.show,
            "weight of one unit of visible performance", "可见政绩对注意力的权重"),
        ParameterField(
            "attention.fade", "d_V", "1/month", 0.06...0.14, .assumed("about ten months"), \.attention.fade,
            "fading of visible performance", "可见政绩的月衰减率"),
        ParameterField(
            "attention.novelty", "tau_nu", "months", 21...51, .assumed("three years, a term's rhythm"),
            \.attention.novelty, "time constant of novelty", "政策新鲜感的时间常数"),
        ParameterField(
            "attention.floor", "nu_min", "share", 0.24...0.56, .assumed("+-40 %"), \.attention.floor,
            "attention left when novelty is gone", "新鲜感消失后的注意力下限"),
        ParameterField(
            "attention.adapt", "d_A", "1/month", 0.03...0.07, .assumed("+-40 %"), \.attention.adapt,
            "pace at which aspiration follows performance", "期望水平的调整速度"),
        ParameterField(
            "attention.byPetition", "V_p", "1", 0.012...0.028, .assumed("small beside a completed project; +-40 %"),
            \.attention.byPetition, "visible performance lost by a petition of a thousand residents", "每千名居民一起上访所减可见政绩"),
        ParameterField(
            "attention.byProtest", "V_b", "1", 0.12...0.28, .assumed("as ten petitions; +-40 %"),
            \.attention.byProtest, "the same by a road-blocking protest", "每千名居民一起堵路抗议所减可见政绩"),
    ]

    /// What the district sees of a community.
    private struct Show: BitwiseCopyable {
        let weight: Double
        let visibility: Double
        let pilot: Double
    }

    static func step(_ world: World, _ month: Month) throws(ModelError) {
        let p = month.run.parameters.attention
        let district = month.run.specification.district
        for c in world.communities.indices { notice(&world.communities[c], month, p) }
        let shows = try world.everywhere("Attention") { community in
            let (experience, support) = (community.experience, community.institutions.support)
            return Show(
                weight: weight(pilot: support.pilotWeight, visibility: experience.visibility, p)
                    + support.byProtest * experience.protests,
                visibility: experience.visibility, pilot: support.pilotWeight)
        }
        let performance = shows.reduce(0) { $0 + $1.visibility } / Double(shows.count)
        let target = performance >= world.government.aspiration && performance > 0 ? 1 : p.floor
        world.government.novelty += (target - world.government.novelty) / p.novelty
        world.government.aspiration += p.adapt * (performance - world.government.aspiration)
        let pilots = shows.reduce(0) { $0 + $1.pilot }
        // Sharers who are not there weigh as much as those who are.
        let all =
            shows.reduce(district.otherCommunities) { $0 + $1.weight } + (world.government.crowding - 1) * pilots
        for c in world.communities.indices {
            world.communities[c].experience.attention =
                share(of: shows[world.place(c)].weight, in: all, capacity: district.attentionCapacity)
                * world.communities[c].institutions.support.agenda * world.government.novelty
            world.communities[c].experience.aspiration = world.government.aspiration
            world.communities[c].experience.novelty = world.government.novelty
        }
    }

    /// Visible performance fades, moves with satisfaction, grows by honours and suffers from unrest; before the first
    /// month there were no services to be satisfied with.
    private static func notice(_ community: inout Community, _ month: Month, _ p: Parameters) {
        let count = Double(max(1, community.residents.count))
        let satisfaction = 1 - community.service.unmet / count
        let change = community.experience.satisfaction.map { satisfaction - $0 } ?? 0
        if month.number > 1 { community.experience.satisfaction = satisfaction }
        community.experience.protests =
            (1 - p.fade) * community.experience.protests + 1000 * Double(community.unrest.protests) / count
        let unrest =
            p.byPetition * Double(community.unrest.petitions) + p.byProtest * Double(community.unrest.protests)
        community.experience.visibility = max(
            0,
            (1 - p.fade) * community.experience.visibility + change + community.institutions.support.award
                - 1000 * unrest / count)
    }

    static func weight(pilot: Double, visibility: Double, _ p: Parameters) -> Double { 1 + pilot + p.show * visibility }

    /// alpha: strength of attention on one community, 0 to 1.
    static func share(of weight: Double, in all: Double, capacity: Double) -> Double { min(1, capacity * weight / all) }
}
