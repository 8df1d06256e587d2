/// Reads a Pabulib file that comes in pieces.
///
/// Faults are collected and told together by ``finish()``; whatever the bytes, reading ends with a file or with faults.
public struct PabulibReader {
    enum Section: String {
        case meta = "META"
        case projects = "PROJECTS"
        case votes = "VOTES"

        /// The section that comes after that one; the first one after none.
        static func following(_ section: Section?) -> Section? {
            switch section {
            case nil: .meta
            case .meta: .projects
            case .projects: .votes
            case .votes: nil
            }
        }
    }

    private var splitter = RecordSplitter()
    private var sections = PabulibSections()
    private var isStopped = false
    /// Bytes that have come so far.
    private var count = 0
    /// Bytes of a file: elections of a million votes take a quarter.
    private let most: Int
    /// The first bytes, until it is clear whether they are a byte order mark.
    private var lead: [UInt8]? = []

    /// - Parameter most: bytes of the largest file that is read.
    public init(most: Int = 256 << 20) { self.most = most }

    /// Takes the next bytes of the file.
    ///
    /// - Returns: whether more are wanted: not once there are more faults than are told, or more bytes than a file has.
    @discardableResult
    public mutating func add(_ chunk: [UInt8]) -> Bool {
        count += chunk.count
        guard count <= most else {
            if !isStopped { sections.refuseSize(splitter.recordLine, most) }
            isStopped = true
            return false
        }
        take(chunk)
        return !isStopped
    }

    private mutating func take(_ chunk: [UInt8]) {
        guard let lead else { return split(chunk) }
        let start = lead + chunk
        self.lead = start.count < 3 ? start : nil
        guard self.lead == nil else { return }
        split(start.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(start.dropFirst(3)) : start)
    }

    /// The file, once all bytes are in.
    /// - Throws: ``PabulibFaults``: every fault, up to a limit.
    public consuming func finish() throws(PabulibFaults) -> PabulibFile {
        if let lead { split(lead) }
        var (splitter, sections) = (splitter, sections)
        if !isStopped {
            if let line = splitter.openQuote {
                sections.leaveQuoteOpen(line)
            } else {
                splitter.finish(to: &sections)
            }
        }
        return try sections.reading.file(endingIn: sections.section)
    }

    private mutating func split(_ chunk: [UInt8]) {
        guard !isStopped else { return }
        isStopped = !splitter.add(chunk, to: &sections)
        if splitter.isTooLong { sections.refuseLength(splitter.recordLine) }
    }
}
