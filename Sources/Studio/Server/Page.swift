import Archive
import Foundation
import Governance
import Hummingbird

/// The page's files by name: those that stood in the folder when the studio was started, and no other.
///
/// A request names one of them; no path of a request ever reaches the file system. A listed file is read anew when it has changed,
/// so that who works on the page sees it at a reload.
struct Page: Sendable {
    private let paths: [String: String]

    /// Kinds of files that are served.
    private static let types = [
        "html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8",
        "svg": "image/svg+xml", "png": "image/png", "woff2": "font/woff2", "json": "application/json; charset=utf-8",
        "txt": "text/plain; charset=utf-8", "ico": "image/x-icon",
    ]

    /// Files of the folder and its sub-folders but `lessons`, named by their paths inside it.
    init(folder: String) {
        var paths: [String: String] = [:]
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        for name in names {
            let parts = name.split(separator: "/")
            guard Self.types[(name as NSString).pathExtension] != nil, parts.count <= 4,
                !parts.contains(where: { $0.hasPrefix(".") })
            else { continue }
            paths[name] = folder + "/" + name
        }
        self.paths = paths
    }

    var names: [String] { paths.keys.sorted() }

    /// The file of that name.
    ///
    /// - Throws: ``Refusal`` where there is none.
    func response(_ name: String, for request: Request) throws(Refusal) -> Response {
        guard let path = paths[name], let data = FileManager.default.contents(atPath: path) else {
            throw .unknown(Text(en: "file", zh: "文件"), name)
        }
        let type = Self.types[(name as NSString).pathExtension] ?? "application/octet-stream"
        let tag = "\"" + Digest.sha256(of: [UInt8](data)).prefix(24) + "\""
        var headers: HTTPFields = [.contentType: type, .eTag: tag, .cacheControl: "no-cache"]
        guard request.headers[.ifNoneMatch] != tag else { return Response(status: .notModified, headers: headers) }
        headers[.contentLength] = "\(data.count)"
        return Response(
            status: .ok, headers: headers,
            body: request.method == .head ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: data)))
    }
}
