import Foundation
import Hummingbird

/// The catalogue as it is sent, made once, while the page is being fetched.
actor CatalogueShelf {
    private let making: Task<[UInt8], any Error>

    init(_ library: Library, _ teaching: Teaching, version: String, limits: Limits) {
        making = Task.detached {
            [UInt8](JSONReply.bytes(try Catalogue(library, teaching, version: version, limits: limits)))
        }
    }

    func response(for request: Request) async throws -> Response {
        Packed.response(try await making.value, "application/json; charset=utf-8", for: request)
    }
}
