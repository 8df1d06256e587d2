import Foundation
import Governance
import Hummingbird

extension Request {
    /// What a request asks, from the JSON of its body.
    ///
    /// - Throws: ``Refusal``: a body that is too large, no JSON, or of another shape.
    func asked<Asked: Decodable>(_: Asked.Type, most bytes: Int) async throws -> Asked {
        if let declared = headers[.contentLength].flatMap({ Int($0) }), declared > bytes {
            throw Refusal.tooLarge(bytes)
        }
        var body = ByteBuffer()
        for try await part in self.body {
            guard body.readableBytes + part.readableBytes <= bytes else { throw Refusal.tooLarge(bytes) }
            body.writeImmutableBuffer(part)
        }
        do {
            return try JSONDecoder().decode(Asked.self, from: Data(buffer: body))
        } catch let error as DecodingError {
            throw Refusal(error)
        }
    }
}

extension Data {
    fileprivate init(buffer: ByteBuffer) { self.init(buffer.readableBytesView) }
}

extension Refusal {
    static func tooLarge(_ most: Int) -> Refusal {
        Refusal(
            .large, "The request is too large: at most \(most) bytes.", "请求过大：至多 \(most) 字节。")
    }

    /// JSON of another shape: which key, and what was expected there.
    init(_ error: DecodingError) {
        func path(_ context: DecodingError.Context, _ last: (any CodingKey)? = nil) -> String {
            (context.codingPath + [last].compactMap(\.self)).reduce("") { path, key in
                if let place = key.intValue { return path + "[\(place)]" }
                return path.isEmpty ? key.stringValue : path + "." + key.stringValue
            }
        }
        switch error {
        case .keyNotFound(let key, let context):
            let key = path(context, key)
            self.init(.value, "\(key) is missing.", "缺少 \(key)。", key: key)
        case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
            let (key, name) = (path(context), Self.name(of: type))
            let what = key.isEmpty ? Text(en: "The body", zh: "请求内容") : Text(en: key, zh: "\(key) ")
            self.init(
                .value, "\(what.en) must be \(name.en).", "\(what.zh)应为\(name.zh)。", key: key.isEmpty ? nil : key)
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            let key = path(context)
            self.init(.value, "\(key) cannot be that.", "\(key) 的值不可用。", key: key)
        case .dataCorrupted(let context) where context.debugDescription.contains("does not fit"):
            self.init(.value, "A number is out of range, or not whole.", "有数值超出范围或不是整数。")
        default: self.init(.json, "The body is no JSON.", "请求内容不是 JSON。")
        }
    }

    private static func name(of type: Any.Type) -> Text {
        switch type {
        case is Double.Type: Text(en: "a number", zh: "数")
        case is any FixedWidthInteger.Type: Text(en: "a whole number", zh: "整数")
        case is Bool.Type: Text(en: "true or false", zh: "true 或 false")
        case is String.Type: Text(en: "a text", zh: "文本")
        case is [Any].Type: Text(en: "a list", zh: "列表")
        default: Text(en: "a mapping", zh: "映射")
        }
    }
}
