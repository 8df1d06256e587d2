import Foundation

/// The catalogue as it is sent, made once, when it is first asked for.
actor CatalogueShelf {
    private let make: @Sendable () throws -> [UInt8]
    private var making: Task<[UInt8], any Error>?

    init(_ library: Library, _ teaching: Teaching, version: String, limits: Limits) {
        make = {
            [UInt8](JSONReply.bytes(try Catalogue(library, teaching, version: version, limits: limits)))
        }
    }

    func bytes() async throws -> [UInt8] {
        let own = making ?? Task.detached { [make] in try make() }
        making = own
        return try await own.value
    }
}
