extension Institutions {
    /// The body that residents' organisations come together in (Lu's federation of J community).
    public struct Federation: Sendable, Equatable {
        /// How far the committee's staff run it and its organisations, 0 to 1.
        public var byStaff = 0.0
    }
}
