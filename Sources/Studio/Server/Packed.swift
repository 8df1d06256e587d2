import CZlib
import Hummingbird

/// Bytes of an answer, packed where the other side can unpack them: frames of a long run are megabytes.
enum Packed {
    /// An answer with those bytes.
    static func response(_ bytes: [UInt8], _ type: String, for request: Request) -> Response {
        var headers: HTTPFields = [.contentType: type, .cacheControl: "no-store", .vary: "Accept-Encoding"]
        var body = bytes
        if accepts(request), let packed = gzip(bytes) {
            headers[.contentEncoding] = "gzip"
            body = packed
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }

    private static func accepts(_ request: Request) -> Bool {
        request.headers[.acceptEncoding]?.split(separator: ",")
            .contains { $0.trimmingPrefix(while: \.isWhitespace) == "gzip" } ?? false
    }

    /// The bytes as gzip, fast rather than small; nil where that is no gain.
    static func gzip(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count > 1024, bytes.count < Int(UInt32.max) / 2 else { return nil }
        var stream = z_stream()
        // 15 bits of window, and 16 for gzip's head.
        let isReady = deflateInit2_(
            &stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        guard isReady == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var input = bytes
        let room = bytes.count
        let packed = [UInt8](unsafeUninitializedCapacity: room) { output, filled in
            input.withUnsafeMutableBufferPointer { input in
                (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
                (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(room))
                filled = deflate(&stream, Z_FINISH) == Z_STREAM_END ? room - Int(stream.avail_out) : 0
            }
        }
        return packed.isEmpty ? nil : packed
    }
}
