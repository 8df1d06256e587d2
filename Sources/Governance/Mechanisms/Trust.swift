/// Trust follows what residents see, faster down than up, and what those around them think.
///
///     T_ij <- T_ij + lambda_up (x_ij - T_ij)+ - lambda_down (T_ij - x_ij)+ + mu (mean over ties of T_j - T_ij)
///     s_i = 1 - mean need of i (service as i meets it)
///     x committee    = beta_s s_i + (1 - beta_s) / 2 (r + voice - harm);  r = orientation for those who attended what
///                      the committee organised, orientation x contact for others
///     x organisation = its professionalism (1 - its capture), for those who attended what it organised or, by the share of
///                      their voucher that they spend with it, were its clients; q_org (1 - capture), for those who
///                      attended what residents' own organisations did; others' moves by ties alone
///     x government   = beta_s s_i + (1 - beta_s) / 2 (fairness + promises kept - harm)
///     x neighbours   = T_0 + (1 - T_0) / 2 (share of ties active last month + help);  help = u / (u + u_half)
///
/// voice is how far residents' proposals were heeded until last month, fairness how far money went where need is, harm
/// the memory of failure (committee only) and scandal, at most 1; contact the share of its free hours that the
/// committee spends on residents; u are residents' service units a head. Those whom an organisation served without
/// their knowing credit the committee, through s_i.
///
/// Reads: needs, ties, what was attended, experience. Writes: trust. Draws: none. Update: all at once. Source: Slovic
/// (1993) on asymmetry; DeGroot (1974) on the social term; Lu (2020): residents took the organisation for the
/// committee.
enum Trust {
    struct Parameters: Sendable, Equatable {
        var up = 0.06
        var down = 0.12
        var social = 0.05
        var byService = 0.5
        var neighboursBase = 0.3
        var helpHalf = 0.05
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "trust.up", "lambda_up", "1/month", 0.036...0.084, .estimated("prototype; +-40 %"), \.trust.up,
            "pace at which trust rises", "信任上升速度"),
        ParameterField(
            "trust.down", "lambda_down", "1/month", 0.072...0.168, .estimated("prototype; +-40 %"), \.trust.down,
            "pace at which trust falls", "信任下降速度"),
        ParameterField(
            "trust.social", "mu", "1/month", 0.03...0.07, .estimated("prototype; +-40 %"), \.trust.social,
            "pull of ties' trust", "社会关系对信任的影响"),
        ParameterField(
            "trust.byService", "beta_s", "share", 0.3...0.7, .assumed("+-40 %"), \.trust.byService,
            "weight of service, as one meets it, in what is seen of committee and government", "自身所得服务在信任信号中的权重"),
        ParameterField(
            "trust.neighboursBase", "T_0", "share", 0.18...0.42, .assumed("+-40 %"), \.trust.neighboursBase,
            "trust in neighbours where nobody takes part or helps", "无人参与互助时的邻里信任"),
        ParameterField(
            "trust.helpHalf", "u_half", "units/resident", 0.03...0.07, .assumed("+-40 %"), \.trust.helpHalf,
            "residents' service a head and month that counts half", "居民服务量的半饱和点"),
    ]

    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        let residents = community.residents
        scratch.farTrust.update(repeating: SIMD4(), count: residents.count)
        for tie in community.farTies { scratch.farTrust[Int(tie.from)] += tie.trust }
        scratch.trust.update(from: residents.trust, count: residents.count)
        scratch.trust[residents.count] = SIMD4()
        let organisers = community.engagement.organisers
        for i in 0..<residents.count { scratch.met[i] = organisers[Int(scratch.offer[i])] }
        acquaint(&community, scratch)
        advance(
            residents, scratch,
            Signals(
                community, month.run.parameters.trust, ownQuality: month.run.parameters.delivery.qualityOrganisation),
            month.run.parameters.trust)
    }

    /// Months for which an acquaintance with an outside organisation counts as one (``Community/acquainted``).
    static let acquaintance: UInt8 = 12

    /// Notes who met an outside organisation, and lets older acquaintance pass.
    private static func acquaint(_ community: inout Community, _ scratch: Scratch) {
        let code = UInt8(Provider.socialOrganisation.index + 1)
        if community.acquainted.isEmpty {
            guard community.engagement.activities.contains(where: { $0.provider == .socialOrganisation }) else {
                return
            }
            community.acquainted = [UInt8](repeating: 0, count: community.residents.count)
        }
        let met = scratch.met
        community.acquainted.withUnsafeMutableBufferPointer { months in
            for i in months.indices { months[i] = met[i] == code ? acquaintance : months[i] - (months[i] > 0 ? 1 : 0) }
        }
    }

    /// What residents of a community see, by whom they met; own service and ties are added for each.
    struct Signals {
        /// By whom one met (``Scratch/met``): committee, organisation, government, neighbours.
        var seen: [SIMD4<Float>]
        /// 1 where the lane moves by what is seen, 0 where only ties move it.
        var moves: [SIMD4<Float>]

        init(_ community: borrowing Community, _ p: Parameters, ownQuality: Double) {
            let experience = community.experience
            let committee = community.committee
            let contact = committee.freeHours > 0 ? committee.residentHours / committee.freeHours : 0
            let units = community.service.residentUnits / Double(max(1, community.residents.count))
            let rest = (1 - p.byService) / 2
            let harm = min(1, experience.failure + experience.scandal)
            let usual = SIMD4<Float>(
                Float(rest * (committee.orientation * contact + experience.heeded - harm)),
                Float(
                    community.presence.professionalism * (1 - community.presence.capture)
                        * (1 - experience.organisationScandal)),
                Float(rest * (experience.moneyFit + experience.promisesKept - experience.scandal)),
                Float(p.neighboursBase + (1 - p.neighboursBase) / 2 * units / (units + p.helpHalf)))
            var met = usual
            met[0] += Float(rest * committee.orientation * (1 - contact))
            var own = usual
            own[1] = Float(ownQuality * (1 - community.organisationCapture))
            seen = [usual, met, usual, own]
            moves = [SIMD4(1, 0, 1, 1), SIMD4(1, 0, 1, 1), SIMD4(1, 1, 1, 1), SIMD4(1, 1, 1, 1)]
        }
    }

    /// Those who spend vouchers on outside organisations have met them, as likely as the share that they spend there:
    /// `share` tells it by row, 0 for those without vouchers. Draws none, as the share is an expected one (``Vouchers``).
    static func meet(
        _ community: Community, rows: [Bool], share: UnsafeMutablePointer<Float>, _ p: Parameters
    ) {
        let residents = community.residents
        let lane = TrustSubject.socialOrganisation.lane
        let signal = Signals(community, p, ownQuality: 0).seen[0][lane]
        for i in 0..<residents.count where rows[Int(residents.traits[i])] {
            let gap = signal - residents.trust[i][lane]
            residents.trust[i][lane] += share[i] * Float(gap > 0 ? p.up : p.down) * gap
        }
    }

    static func advance(_ residents: ResidentBlock, _ scratch: Scratch, _ signals: Signals, _ p: Parameters) {
        let (up, down, social) = (Float(p.up), Float(p.down), Float(p.social))
        let (trust, need, tie, tieCount) = (residents.trust, residents.need, residents.tie, residents.tieCount)
        let (before, activeTies, met) = (scratch.trust, scratch.activeTies, scratch.met)
        let (farTrust, farCount) = (scratch.farTrust, scratch.farCount)
        let byService = SIMD4<Float>(Float(p.byService), 0, Float(p.byService), 0)
        let byTies = SIMD4<Float>(0, 0, 0, Float((1 - p.neighboursBase) / 2))
        signals.seen.withUnsafeBufferPointer { seen in
            signals.moves.withUnsafeBufferPointer { moves in
                for i in 0..<residents.count {
                    let slots = tie + i &* ResidentBlock.tieSlots
                    var sum = farTrust[i]
                    for slot in 0..<ResidentBlock.tieSlots { sum += before[Int(slots[slot])] }
                    let ties = Float(tieCount[i]) + farCount[i]
                    let mean = sum * (1 / max(1, ties))
                    let service = 1 - need[i].treeSum * (1 / Float(Domain.count))
                    let code = Int(met[i])
                    let own = before[i]
                    let signal = seen[code] + byService * service + byTies * activeTies[i]
                    let gap = signal - own
                    let zero = SIMD4<Float>()
                    let pull = (gap.atLeast(zero) * up + gap.atMost(zero) * down) * moves[code]
                    let toTies = (mean - own) * (ties > 0 ? social : 0)
                    trust[i] = (own + pull + toTies).atLeast(zero).atMost(SIMD4(repeating: 1))
                }
            }
        }
    }
}
