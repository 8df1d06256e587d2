import Governance
import Scenarios

/// A session of a class, as it is kept on disk: its task, its rules, and its groups, whose decisions stand in their games.
struct WorkshopSetup: Codable, Sendable, Equatable {
    enum Standing: String, Codable, Sendable { case open, paused, closed }

    /// Whether groups wait for the teacher at the end of a turn, or go on by themselves.
    enum Pace: String, Codable, Sendable, CaseIterable { case teacher, free }

    struct Group: Codable, Sendable, Equatable {
        let name: String
        let role: WorkshopTask.Who
        /// SHA-256 of its key.
        let keyDigest: String
        /// Id of its game.
        let game: String
    }

    let code: String
    /// SHA-256 of the teacher's key.
    let keyDigest: String
    var title: String
    /// Id of the task that it is by, if it is.
    var task: String?
    var place: String
    var regime: String
    var months: Int
    var turn: Int
    /// Fen a year; nil where nothing limits it.
    var budget: Int64?
    var share: Double
    var goals: [WorkshopTask.Goal]
    var roles: [WorkshopTask.Role]
    var pace: Pace
    let seed: UInt64
    var standing = Standing.open
    /// The month to which groups may go.
    var horizon: Int
    var groups: [Group] = []

    /// The levers that a role may move.
    func levers(of role: WorkshopTask.Who) -> [String] { roles.first { $0.id == role }?.levers ?? [] }
}
