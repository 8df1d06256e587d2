/// Committees learn to bring people together, and stand nearer to residents or to government.
///
///     orientation o <- o + o_up contact (1 - o) - o_down load o
///     contact = hours for residents / all hours, load = hours not free, for tasks from above and petitions / all hours
///     facilitation f <- f + min(1, f_t days + f_p min(1, meetings / n_meet)) (1 - f) - f_d (f - start)
///
/// Reads: hours, activities, levers. Writes: committee. Draws: none. Source: Song on "legs of the government" against
/// "head of the residents", and on training of committee members.
enum Committees {
    struct Parameters: Sendable, Equatable {
        var up = 0.03
        var down = 0.02
        var train = 0.02
        var practice = 0.01
        var fullMeetings = 4.0
        var forgetting = 0.01
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "committees.up", "o_up", "1/month", 0.018...0.042, .assumed("+-40 %"), \.committees.up,
            "pace toward residents at full contact", "完全接触居民时的取向上升速度"),
        ParameterField(
            "committees.down", "o_down", "1/month", 0.012...0.028, .assumed("+-40 %"), \.committees.down,
            "pace away from them at full task load", "任务满负荷时的取向下降速度"),
        ParameterField(
            "committees.train", "f_t", "1/day", 0.012...0.028, .assumed("+-40 %"), \.committees.train,
            "part of missing facilitation learnt in a day of training", "每日培训习得的协调能力比例"),
        ParameterField(
            "committees.practice", "f_p", "1/month", 0.006...0.014, .assumed("+-40 %"), \.committees.practice,
            "part learnt by a month of full practice", "充分实践一个月习得的比例"),
        ParameterField(
            "committees.fullMeetings", "n_meet", "meetings/month", 2.4...5.6, .assumed("weekly; +-40 %"),
            \.committees.fullMeetings, "meetings a month that give full practice", "获得充分实践所需的每月议事次数"),
        ParameterField(
            "committees.forgetting", "f_d", "1/month", 0.006...0.014, .assumed("+-40 %"), \.committees.forgetting,
            "decay toward the facilitation at the start", "协调能力回落速度"),
    ]

    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        let p = month.run.parameters.committees
        let terms = month.run.specification.committees
        var committee = community.committee
        let (contact, load) = use(of: committee, terms)
        committee.orientation = orientation(committee.orientation, contact: contact, load: load, p)
        let meetings = community.engagement.activities.count { $0.kind == .meeting }
        committee.facilitation = facilitation(
            committee.facilitation, days: community.trainingDays, meetings: meetings,
            start: community.restingFacilitation, p)
        community.committee = committee
    }

    /// Shares of its hours that were for residents, and that were not free.
    static func use(of committee: Committee, _ terms: CommitteeTerms) -> (contact: Double, load: Double) {
        let all = terms.staff * terms.hours
        return all > 0 ? (committee.residentHours / all, 1 - committee.freeHours / all) : (0, 0)
    }

    /// What draws a committee toward residents, and away from them.
    static func pulls(
        on o: Double, contact: Double, load: Double, _ p: Parameters
    ) -> (toward: Double, away: Double) { (p.up * contact * (1 - o), p.down * load * o) }

    static func orientation(_ o: Double, contact: Double, load: Double, _ p: Parameters) -> Double {
        let pulls = pulls(on: o, contact: contact, load: load, p)
        return max(0, min(1, o + pulls.toward - pulls.away))
    }

    /// What a committee learns in a month, and what it loses of what it has above the start.
    static func lessons(
        of f: Double, days: Double, meetings: Int, start: Double, _ p: Parameters
    ) -> (learnt: Double, lost: Double) {
        let gain = min(1, p.train * days + p.practice * min(1, Double(meetings) / p.fullMeetings))
        return (gain * (1 - f), p.forgetting * (f - start))
    }

    static func facilitation(_ f: Double, days: Double, meetings: Int, start: Double, _ p: Parameters) -> Double {
        let lessons = lessons(of: f, days: days, meetings: meetings, start: start, p)
        return max(0, min(1, f + lessons.learnt - lessons.lost))
    }
}
