/// Takes the fields of a value one after another, as ``SnapshotEncoder`` put them.
struct SnapshotDecoder: Decoder {
    let reader: SnapshotReader
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy _: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(Fields(reader: reader))
    }
    func unkeyedContainer() -> any UnkeyedDecodingContainer { Items(reader: reader) }
    func singleValueContainer() -> any SingleValueDecodingContainer { Items(reader: reader) }

    struct Fields<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let reader: SnapshotReader
        var codingPath: [any CodingKey] { [] }
        var allKeys: [Key] { [] }

        func contains(_: Key) -> Bool { true }
        func decodeNil(forKey _: Key) throws -> Bool { try !reader.take(Bool.self) }
        func decode<Value: Decodable>(_ type: Value.Type, forKey _: Key) throws -> Value { try reader.take(type) }
        func nestedContainer<Other: CodingKey>(
            keyedBy _: Other.Type, forKey _: Key
        ) -> KeyedDecodingContainer<Other> { KeyedDecodingContainer(Fields<Other>(reader: reader)) }
        func nestedUnkeyedContainer(forKey _: Key) -> any UnkeyedDecodingContainer { Items(reader: reader) }
        func superDecoder() -> any Decoder { SnapshotDecoder(reader: reader) }
        func superDecoder(forKey _: Key) -> any Decoder { SnapshotDecoder(reader: reader) }
    }

    struct Items: UnkeyedDecodingContainer, SingleValueDecodingContainer {
        let reader: SnapshotReader
        var codingPath: [any CodingKey] { [] }
        var count: Int? { nil }
        var isAtEnd: Bool { false }
        var currentIndex: Int { 0 }

        func decodeNil() -> Bool { false }
        func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try reader.take(type) }
        func nestedContainer<Other: CodingKey>(keyedBy _: Other.Type) -> KeyedDecodingContainer<Other> {
            KeyedDecodingContainer(Fields<Other>(reader: reader))
        }
        func nestedUnkeyedContainer() -> any UnkeyedDecodingContainer { self }
        func superDecoder() -> any Decoder { SnapshotDecoder(reader: reader) }
    }
}
