import Foundation
import Hummingbird

/// An answer in JSON.
struct JSONReply {
    let response: Response

    init(_ value: some Encodable, status: HTTPResponse.Status = .ok) {
        self.init(bytes: Self.bytes(value), status: status)
    }

    init(bytes: Data, status: HTTPResponse.Status = .ok) {
        response = Response(
            status: status, headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// The value as JSON, keys sorted; numbers that are undefined must have been left out.
    static func bytes(_ value: some Encodable) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do { return try encoder.encode(value) } catch {
            preconditionFailure("an answer holds what JSON cannot: \(error)")
        }
    }
}

/// A number that may be undefined: null then.
struct Defined: Encodable {
    let value: Double

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if value.isFinite { try container.encode(value) } else { try container.encodeNil() }
    }
}
