/// A meeting to which few come, or at which nobody decides anything, discourages those who came.
///
///     a meeting fails if attended < m_q x seats, or if no decision is open, or no attendee at rung 3 or above
///     of its attendees: habit <- (1 - f_h) habit;  E_i <- (1 - f_e) E_i
///
/// Where the institution opens no decision every meeting fails: it was called to be told something. The same loss of
/// habit and efficacy keeps those away who would come to the next one.
///
/// Reads: activities, attendees, rungs. Writes: habit, efficacy, the count of meetings. Draws: none. Update: meeting by
/// meeting. Source: Qin (2019): residents who would not come if it was a meeting; the detour by culture and theatre.
enum FailedMeetings {
    struct Parameters: Sendable, Equatable {
        var quorum = 0.25
        var habit = 0.1
        var efficacy = 0.05
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "failedMeetings.quorum", "m_q", "share", 0.15...0.35, .assumed("ten of forty seats; +-40 %"),
            \.failedMeetings.quorum, "share of seats below which a meeting fails", "议事会视为失败的到会率下限"),
        ParameterField(
            "failedMeetings.habit", "f_h", "share", 0.06...0.14, .assumed("+-40 %"), \.failedMeetings.habit,
            "part of habit lost by a failed meeting", "失败议事会造成的习惯损失"),
        ParameterField(
            "failedMeetings.efficacy", "f_e", "share", 0.03...0.07, .assumed("+-40 %"), \.failedMeetings.efficacy,
            "part of efficacy lost by a failed meeting", "失败议事会造成的效能感损失"),
    ]

    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        let p = month.run.parameters.failedMeetings
        let residents = community.residents
        let (habit, efficacy) = (Float(1 - p.habit), Float(1 - p.efficacy))
        let rights = community.institutions.rights
        community.engagement.meetings = 0
        community.engagement.failedMeetings = 0
        for meeting in community.engagement.activities where meeting.kind == .meeting {
            community.engagement.meetings += 1
            let rows = UnsafeBufferPointer(start: scratch.attendees + meeting.firstAttendee, count: meeting.attended)
            let decided = rights.opensDecision && rows.contains { residents.rung[Int($0)] >= 3 }
            guard !decided || Double(meeting.attended) < p.quorum * Double(meeting.seats) else { continue }
            community.engagement.failedMeetings += 1
            for row in rows {
                residents.habit[Int(row)] *= habit
                residents.efficacy[Int(row)] *= efficacy
            }
        }
    }
}
