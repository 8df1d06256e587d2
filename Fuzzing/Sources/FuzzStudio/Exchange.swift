import HTTPTypes
import Hummingbird
import NIOCore

/// A request as an input writes it: method and path, headers line by line, an empty line, the body. Without headers of that name it
/// comes from the studio's own page.
struct Exchange {
    private var method: String
    private var path: String
    private var headers: [(name: String, value: String)] = []
    private var body: [UInt8]

    init(_ bytes: UnsafeRawBufferPointer) {
        let gap = Array("\n\n".utf8)
        var end = bytes.count
        for place in bytes.indices.dropLast() where bytes[place] == gap[0] && bytes[place + 1] == gap[1] {
            end = place
            break
        }
        body = Array(bytes.dropFirst(end + 2))
        let lines = String(decoding: bytes.prefix(end), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let words = (lines.first ?? "").split(separator: " ", maxSplits: 1)
        method = words.first.map(String.init) ?? "GET"
        path = words.count > 1 ? String(words[1]) : "/"
        for line in lines.dropFirst().prefix(20) {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2 { headers.append((String(parts[0]), String(parts[1]))) }
        }
    }

    mutating func replace(_ mark: String, with name: String) {
        path = path.replacing(mark, with: name)
        guard let text = String(validating: body, as: UTF8.self), text.contains(mark) else { return }
        body = Array(text.replacing(mark, with: name).utf8)
    }

    func request(port: Int) -> Request {
        var fields: HTTPFields = [.contentType: "application/json", .origin: "http://127.0.0.1:\(port)"]
        var host = "127.0.0.1:\(port)"
        for (name, value) in headers {
            let value = value.drop { $0 == " " }
            if name.lowercased() == "host" { host = String(value) }
            if let name = HTTPField.Name(name) { fields[name] = String(value) }
        }
        let head = HTTPRequest(
            method: HTTPRequest.Method(method) ?? .get, scheme: "http", authority: host, path: path,
            headerFields: fields)
        return Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
    }
}
