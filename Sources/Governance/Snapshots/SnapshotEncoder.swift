/// Puts the fields of a value one after another, without their names: who reads them knows their order.
struct SnapshotEncoder: Encoder {
    let writer: SnapshotWriter
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy _: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(Fields(writer: writer))
    }
    func unkeyedContainer() -> any UnkeyedEncodingContainer { Items(writer: writer) }
    func singleValueContainer() -> any SingleValueEncodingContainer { Items(writer: writer) }

    struct Fields<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let writer: SnapshotWriter
        var codingPath: [any CodingKey] { [] }

        func encodeNil(forKey _: Key) throws { try writer.put(false) }
        func encode<Value: Encodable>(_ value: Value, forKey _: Key) throws { try writer.put(value) }
        func nestedContainer<Other: CodingKey>(
            keyedBy _: Other.Type, forKey _: Key
        ) -> KeyedEncodingContainer<Other> { KeyedEncodingContainer(Fields<Other>(writer: writer)) }
        func nestedUnkeyedContainer(forKey _: Key) -> any UnkeyedEncodingContainer { Items(writer: writer) }
        func superEncoder() -> any Encoder { SnapshotEncoder(writer: writer) }
        func superEncoder(forKey _: Key) -> any Encoder { SnapshotEncoder(writer: writer) }
    }

    struct Items: UnkeyedEncodingContainer, SingleValueEncodingContainer {
        let writer: SnapshotWriter
        var codingPath: [any CodingKey] { [] }
        var count: Int { 0 }

        func encodeNil() throws { try writer.put(false) }
        func encode<Value: Encodable>(_ value: Value) throws { try writer.put(value) }
        func nestedContainer<Other: CodingKey>(keyedBy _: Other.Type) -> KeyedEncodingContainer<Other> {
            KeyedEncodingContainer(Fields<Other>(writer: writer))
        }
        func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { self }
        func superEncoder() -> any Encoder { SnapshotEncoder(writer: writer) }
    }
}

extension SnapshotEncoder.Fields {
    // Written out, as the standard library's own would leave a missing value out without a trace.
    func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey _: Key) throws {
        try writer.put(value != nil)
        if let value { try writer.put(value) }
    }
    func encodeIfPresent(_ value: Int?, forKey _: Key) throws { try writer.put(value) }
    func encodeIfPresent(_ value: UInt32?, forKey _: Key) throws { try writer.put(value) }
    func encodeIfPresent(_ value: Double?, forKey _: Key) throws { try writer.put(value) }
    func encodeIfPresent(_ value: String?, forKey _: Key) throws { try writer.put(value) }
}
