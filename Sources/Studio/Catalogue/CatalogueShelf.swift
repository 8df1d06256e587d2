import Foundation
import Hummingbird

/// The catalogue as it is sent, made once, while the page is being fetched.
actor CatalogueShelf {
    private let making: Task<Data, any Error>

    init(_ library: Library, _ teaching: Teaching, version: String, limits: Limits) {
        making = Task.detached {
            JSONReply.bytes(try Catalogue(library, teaching, version: version, limits: limits))
        }
    }

    func response() async throws -> Response { JSONReply(bytes: try await making.value).response }
}
