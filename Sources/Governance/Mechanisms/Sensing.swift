import Numerics

/// The committee and the organisers form a picture of what is needed, from contact, surveys, assemblies, grid and
/// immersion; what they do not know they fill in from the administration's template.
///
///     acc = 1 - prod over methods (1 - a_m)
///     perceived_k ~ acc true_k + (1 - acc) (template_k + error N(0, s_noise)), cut at 0, scaled to sum to 1
///
///     contact   a_contact (1 - exp(-h / h_contact)) orientation, h last month's free hours of the committee for each
///               100 residents
///     survey    a_survey s / (s + s_half) 2^(-age / T_survey), s the share asked now, age in months since the last survey
///     assembly  lever x a_assembly r / (r + r_half), r last month's share at rung 3 or above
///     platform  lever x a_platform;  immersion  lever x a_immersion
///
/// A survey is made when the lever is above 0 and there was none in the last twelve months.
///
/// Reads: sums of need, committee, last month's rungs, levers. Writes: the community's knowledge. Draws: eight normals
/// a community and month. Source: Xing (2022), section on precise sensing of needs; Song on the needs survey.
enum Sensing {
    struct Parameters: Sendable, Equatable {
        var contact = 0.5
        var contactHours = 4.0
        var survey = 0.6
        var surveyHalf = 0.05
        var surveyHalfLife = 12.0
        var assembly = 0.5
        var assemblyHalf = 0.03
        var platform = 0.25
        var immersion = 0.4
        var noise = 0.06
        var form = 2.0
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "sensing.contact", "a_contact", "share", 0.3...0.7, .assumed("+-40 %"), \.sensing.contact,
            "accuracy from contact with residents at its best", "居委会日常接触的最大感知精度"),
        ParameterField(
            "sensing.contactHours", "h_contact", "h/100 residents", 2.4...5.6, .assumed("+-40 %"),
            \.sensing.contactHours, "free hours per 100 residents that give 63 % of it", "达到 63% 接触精度所需工时"),
        ParameterField(
            "sensing.survey", "a_survey", "share", 0.36...0.84, .assumed("+-40 %"), \.sensing.survey,
            "accuracy from a fresh survey of all", "新近全员调查的感知精度"),
        ParameterField(
            "sensing.surveyHalf", "s_half", "share", 0.03...0.07, .assumed("a sample of a few hundred does half"),
            \.sensing.surveyHalf, "share asked that gives half of it", "达到一半精度的调查比例"),
        ParameterField(
            "sensing.surveyHalfLife", "T_survey", "months", 7...17, .assumed("a year; +-40 %"),
            \.sensing.surveyHalfLife, "months in which what a survey told is half forgotten", "调查信息的半衰期"),
        ParameterField(
            "sensing.assembly", "a_assembly", "share", 0.3...0.7, .assumed("+-40 %"), \.sensing.assembly,
            "accuracy from assemblies at their best", "居民会议的最大感知精度"),
        ParameterField(
            "sensing.assemblyHalf", "r_half", "share", 0.018...0.042, .assumed("+-40 %"), \.sensing.assemblyHalf,
            "share of residents deciding that gives half of it", "达到一半精度的议事居民比例"),
        ParameterField(
            "sensing.form", "u_form", "yuan", 1...6, .assumed("printing, and a gift for who answers"), \.sensing.form,
            "cost of asking a resident in a survey", "每份问卷成本"),
        ParameterField(
            "sensing.platform", "a_platform", "share", 0.15...0.35, .assumed("+-40 %"), \.sensing.platform,
            "accuracy from grid and platform at full reach", "网格与平台全覆盖的感知精度"),
        ParameterField(
            "sensing.immersion", "a_immersion", "share", 0.24...0.56, .assumed("+-40 %"), \.sensing.immersion,
            "accuracy from full immersion", "完全驻点的感知精度"),
        ParameterField(
            "sensing.noise", "s_noise", "share", 0.036...0.084, .assumed("+-40 %"), \.sensing.noise,
            "standard deviation of error in a domain's share where nothing is known", "无信息时份额误差的标准差"),
    ]

    /// The lever is a yearly survey.
    private static let monthsBetweenSurveys = 12

    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        let p = month.run.parameters.sensing
        let levers = community.institutions.sensing
        if levers.survey > 0 {
            let age = community.knowledge.surveyAge.map { $0 + 1 } ?? monthsBetweenSurveys
            community.knowledge.surveyAge = age >= monthsBetweenSurveys ? 0 : age
            if age >= monthsBetweenSurveys { pay(for: levers.survey, &community, p) }
        } else {
            community.knowledge.surveyAge = community.knowledge.surveyAge.map { $0 + 1 }
        }
        let count = community.residents.count
        let hours = community.committee.freeHours / Double(count) * 100
        let assembly = community.engagement.share(from: .decides, of: count)
        let methods = [
            contact(hours: hours, orientation: community.committee.orientation, p),
            survey(share: levers.survey, age: community.knowledge.surveyAge, p),
            levers.assembly * p.assembly * assembly / (assembly + p.assemblyHalf),
            levers.platform * p.platform,
            levers.immersion * p.immersion,
        ]
        let accuracy = combined(methods)
        var draws = month.stream("sensing").draws(agent: community.identity, month: month.number)
        var errors = [Double](repeating: 0, count: Domain.count)
        for k in errors.indices { errors[k] = draws.normal(mean: 0, sd: p.noise) }
        community.knowledge.accuracy = accuracy
        community.knowledge.shares = perceived(
            true: community.needs.shares, template: month.run.specification.publicService.template,
            accuracy: accuracy, errors: errors)
    }

    /// The street pays for the forms.
    private static func pay(for share: Double, _ community: inout Community, _ p: Parameters) {
        let fen = Int64((share * Double(community.residents.count) * p.form * 100).rounded())
        community.pay(Account.streetBudget, Account.suppliers, .survey, fen)
        community.events.standing += fen
        community.events.surveys += fen
    }

    /// acc: the chance that at least one method tells.
    static func combined(_ methods: [Double]) -> Double { 1 - methods.reduce(1) { $0 * (1 - $1) } }

    static func contact(hours: Double, orientation: Double, _ p: Parameters) -> Double {
        p.contact * (1 - Portable.exp(-hours / p.contactHours)) * orientation
    }

    static func survey(share: Double, age: Int?, _ p: Parameters) -> Double {
        guard let age, share > 0 else { return 0 }
        return p.survey * share / (share + p.surveyHalf)
            * Portable.exp(-0.693147180559945 * Double(age) / p.surveyHalfLife)
    }

    /// What is thought to be needed: shares of the domains.
    static func perceived(true need: [Double], template: [Double], accuracy: Double, errors: [Double]) -> [Double] {
        let shares = need.indices.map {
            max(0, accuracy * need[$0] + (1 - accuracy) * (template[$0] + errors[$0]))
        }
        let sum = shares.reduce(0, +)
        return sum > 0 ? shares.map { $0 / sum } : template
    }
}
