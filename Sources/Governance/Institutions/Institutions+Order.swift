extension Institutions {
    /// Self-governance below the community: watchers, and units in buildings (Zhang 2020, Xinhong's "micro-governance").
    public struct MicroGovernance: Sendable, Equatable, Codable {
        /// Share of buildings in which residents are helped to set up a self-governance unit, 0 to 1.
        public var units = 0.0
        /// Reach of volunteer watchers, 0 to 1.
        public var watchers = 0.0
    }

    /// Reforms that take tasks from above off committees (Lu 2020), each 0 to 1.
    public struct TaskReform: Sendable, Equatable, Codable {
        /// Tasks that departments can do themselves go back to them.
        public var centralise = 0.0
        /// A list says which tasks are the committee's.
        public var list = 0.0
        /// A new task comes to the committee only if admitted.
        public var admit = 0.0
    }
}
