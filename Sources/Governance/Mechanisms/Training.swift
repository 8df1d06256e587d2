/// Staff of outside organisations train committees and advise residents' organisations, as far as their hours go.
///
///     asked = days x h_day + cultivation x h_advice;  taught = min(1, hours / asked)
///     days and cultivation then work by their part `taught`; hours for activities are those that are left
///
/// h_day and h_advice are levers, the hours that a day of training for a committee takes and those that full advice takes in a
/// month. Where both are 0, training and advice take nobody's hours and come in full, as from trainers without number.
///
/// Reads: levers, presence. Writes: what is taught, hours taken. Draws: none. Source: Song: the organisation trains committees and
/// advises core teams of projects; that its hours are finite is the design's (section 7).
enum Training {
    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        let levers = community.institutions
        let asked =
            levers.capacity.committeeTraining * levers.capacity.trainerHours
            + levers.cultivation * levers.capacity.adviserHours
        let hours = community.presence.hours
        community.taught = taught(asked: asked, hours: hours)
        community.presence.taken = min(asked, hours)
    }

    static func taught(asked: Double, hours: Double) -> Double { asked > hours ? hours / asked : 1 }
}

extension Community {
    /// Days of training that the committee gets this month.
    var trainingDays: Double { institutions.capacity.committeeTraining * taught }
    /// Help that residents' organisations get this month.
    var cultivation: Double { institutions.cultivation * taught }
}
