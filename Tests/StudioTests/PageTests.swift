import Foundation
import Testing

@testable import Studio

@Suite("The page's files")
struct PageTests {
    @Test func listedFilesAreServed() async throws {
        let visitor = try await Visitor()
        let page = try await visitor.get("/")
        #expect(page.status == 200 && page.text.contains("Studio"))
        let script = try await visitor.get("/page/parts/main.js")
        #expect(script.headers["content-type"] == "text/javascript; charset=utf-8")
        let tag = try #require(script.headers["etag"])
        #expect(try await visitor.get("/page/parts/main.js", ["If-None-Match": tag]).status == 304)
        // What is changed is seen at a reload.
        try "export const a = 1\n".write(
            toFile: visitor.folder + "/page/parts/main.js", atomically: true, encoding: .utf8)
        #expect(try await visitor.get("/page/parts/main.js", ["If-None-Match": tag]).text.contains("const a"))
    }

    @Test(
        "no path of a request leads to another file",
        arguments: [
            "/page/../games/x.json", "/page/..%2f..%2f..%2fetc%2fpasswd", "/page/%2e%2e/%2e%2e/etc/passwd",
            "/page//etc/passwd", "/page/parts/../secret.key", "/page/secret.key", "/page/.hidden.js", "/page/parts",
            "/page/", "/page/index.html%00.js", "/page/..\\..\\etc\\passwd", "/page/parts/main.js/..", "/../etc/passwd",
            "/api/games/..%2f..%2fpage%2fsecret", "/api/games/%2e%2e/series.csv", "/api/workshops/..%2f..%2fx",
        ])
    func paths(path: String) async throws {
        let answer = try await Visitor().get(path)
        #expect([400, 403, 404].contains(answer.status), "\(path): \(answer.status)")
        #expect(!answer.text.contains("secret\n") && !answer.text.contains("root:") && answer.text != "secret")
    }
}
