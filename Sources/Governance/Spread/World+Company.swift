/// What steps of society ask of all communities, wherever they live.
///
/// A step of society is carried out by every process. It asks the communities that live here, hears what others say of
/// theirs, decides by what it then knows, which is the same everywhere, and changes the communities that live here.
extension World {
    /// A value of each community, in their order.
    func everywhere<Value: BitwiseCopyable>(
        _ subject: String, _ value: (Community) -> Value
    ) throws(ModelError) -> [Value] {
        try gather(subject, communities.map(value))
    }

    /// What all processes have to say about a subject, in their order, which is that of their communities.
    func gather<Value: BitwiseCopyable>(_ subject: String, _ own: [Value]) throws(ModelError) -> [Value] {
        guard let company else { return own }
        return try company.gather(subject, own.withUnsafeBytes { Array($0) }).flatMap { [Value](bytes: $0) }
    }

    /// The same of the communities of one street; no other process is asked where they all live here.
    func gather<Value: BitwiseCopyable>(
        _ subject: String, in street: Int, _ own: [Value]
    ) throws(ModelError) -> [Value] {
        roster.isShared(street) ? try gather(subject, own) : own
    }

    /// The same of values that hold others.
    func gatherCoded<Value: Codable>(_ subject: String, _ own: [Value]) throws(ModelError) -> [Value] {
        guard let company else { return own }
        return try company.gather(subject, Self.packed(own)).flatMap { Self.unpacked([Value].self, $0, specification) }
    }

    func gatherCoded<Value: Codable>(
        _ subject: String, in street: Int, _ own: [Value]
    ) throws(ModelError) -> [Value] {
        roster.isShared(street) ? try gatherCoded(subject, own) : own
    }

    /// Changes the community at that place, if it lives here.
    func change(_ place: Int, _ work: (inout Community) -> Void) {
        if let c = here(place) { work(&communities[c]) }
    }

    /// Where among the communities of this process the one at that place is; nil where it lives elsewhere.
    func here(_ place: Int) -> Int? {
        roster.own.contains(place) ? place - roster.own.lowerBound : nil
    }

    /// The place among all communities of one that lives here.
    func place(_ c: Int) -> Int { roster.own.lowerBound + c }

    /// The communities here of that street that take part, by their number here.
    func taking(_ selection: CommunitySelection, in street: Int) -> [Int] {
        communities.indices.filter { communities[$0].street == street && communities[$0].takesPart(in: selection) }
    }

    static func packed<Value: Codable>(_ value: Value) -> [UInt8] {
        let writer = SnapshotWriter()
        do { try writer.put(value) } catch { preconditionFailure("what processes exchange can be written: \(error)") }
        return writer.bytes
    }

    static func unpacked<Value: Codable>(
        _ type: Value.Type, _ bytes: [UInt8], _ specification: ScenarioSpecification
    ) -> Value {
        do { return try SnapshotReader(bytes[...], firms: specification.firms).take(type) } catch {
            preconditionFailure("what another process wrote can be read: \(error)")
        }
    }
}

extension Array where Element: BitwiseCopyable {
    /// Elements as they stood in another process's memory.
    init(bytes: [UInt8]) {
        let count = bytes.count / MemoryLayout<Element>.stride
        self.init(unsafeUninitializedCapacity: count) { elements, initialized in
            bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(elements).copyMemory(from: $0) }
            initialized = count
        }
    }
}
