/// What has been told of a run so far, as far as the next month's telling hangs on it.
public struct Chronicle: Sendable {
    /// Whether a month has been looked at: what was there before is no news.
    var isBegun = false
    var joined: Set<String> = []
    var present: Set<String> = []
    var attention = Side()
    var committees = Side()
    var meetings = Side()

    public init() {}

    /// On which side of a mark something stands, by name. It counts as crossed once it lies beyond by ``margin``.
    struct Side: Sendable {
        private var sides: [String: Bool] = [:]

        static let margin = 0.02

        /// The side that it has come to; nil where it is still where it was, or was seen for the first time.
        ///
        /// - Parameter start: where it stands until it is seen; nil where that is no news.
        mutating func turn(of name: String, _ distance: Double, from start: Bool? = nil) -> Bool? {
            guard let side = sides[name] ?? start else {
                sides[name] = distance >= 0
                return nil
            }
            guard (distance >= 0) != side, abs(distance) >= Self.margin else { return nil }
            sides[name] = !side
            return !side
        }
    }
}

extension World {
    /// Lives one month and tells what happened in it. The world is then as it would be untold, to the bit.
    ///
    /// - Parameter chronicle: what has been told before; goes with the world from month to month.
    /// - Throws: ``ModelError``; the world is then not to be used any more.
    public func advance(telling chronicle: inout Chronicle) throws(ModelError) -> [Occurrence] {
        let chronicler = Chronicler(chronicle)
        try advance(seenBy: chronicler)
        chronicle = chronicler.chronicle
        return chronicler.occurrences
    }

    /// Firms by the community in which they are at work.
    var firmsAtWork: [String: FirmTerms] {
        Dictionary(uniqueKeysWithValues: communities.compactMap { own in own.site.map { (own.id, $0.terms) } })
    }
}

extension Occurrence.Undertaking {
    init(_ project: Project, _ community: Community) {
        self.init(
            id: project.id, community: community.id, provider: project.provider, domain: project.domain)
    }
}

extension Occurrence.Association {
    init(_ organisation: ResidentOrganisation, _ community: Community) {
        self.init(
            id: organisation.name(in: community), community: community.id, domain: organisation.domain)
    }
}
