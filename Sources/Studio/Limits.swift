/// What one studio takes on: it serves a room, not the world.
public struct Limits: Sendable, Equatable, Encodable {
    /// Residents of 16 and older in a game.
    public var residents: Int
    /// Months of a game.
    public var months: Int
    /// Games kept on disk.
    public var games: Int
    /// Futures of a game, beside its one or two first sides.
    public var futures: Int
    /// Runs lived at once, and those that may wait for their turn.
    public var atOnce: Int
    public var waiting: Int
    /// Seconds that one run may take.
    public var seconds: Double
    /// Bytes of what has been lived that are kept in memory; what was looked at longest ago is let go and lived again.
    public var memory: Int
    /// Bytes of a request's body.
    public var body: Int
    /// Streams of events open at once.
    public var streams: Int
    /// Connections open at once; more wait until one ends. Below the 1,024 files that a process may usually have open.
    public var connections: Int
    /// Seconds that a request's body may take to come, and in which some of an answer must be taken.
    public var patience: Double
    /// Seconds that a connection may be idle, the time that a request's head or the end of an answer takes included.
    public var idle: Double
    /// Workshops kept on disk, and groups of one.
    public var workshops: Int
    public var groups: Int

    public init(
        residents: Int = 150_000, months: Int = 240, games: Int = 500, futures: Int = 8, atOnce: Int = 2,
        waiting: Int = 64, seconds: Double = 300, memory: Int = 1 << 30, body: Int = 1 << 20, streams: Int = 400,
        connections: Int = 800, patience: Double = 60, idle: Double = 120, workshops: Int = 100, groups: Int = 60
    ) {
        (self.residents, self.months, self.games, self.futures) = (residents, months, games, futures)
        (self.atOnce, self.waiting, self.seconds, self.memory) = (max(1, atOnce), waiting, seconds, memory)
        (self.connections, self.patience, self.idle) = (connections, patience, idle)
        (self.body, self.streams, self.workshops, self.groups) = (body, streams, workshops, groups)
    }
}
