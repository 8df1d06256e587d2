public import Experiments
import Foundation
import Hummingbird
import HummingbirdCore
public import Logging

/// The studio: a page on which communities are governed and watched, and the small server behind it.
public struct Studio: Sendable {
    /// Where it listens: an address or a name of this machine, and a port; 0 for any free one.
    public struct Address: Sendable {
        public var host: String
        public var port: Int
        /// Whether a token is asked for on this machine too, where others may log in.
        public var asksToken: Bool

        public init(host: String = "127.0.0.1", port: Int = 8750, asksToken: Bool = false) {
            (self.host, self.port, self.asksToken) = (host, port, asksToken)
        }

        /// Whether only this machine can come in.
        public var isLoopback: Bool { ["127.0.0.1", "localhost", "::1"].contains(host) }
    }

    let shelf: Shelf
    private let catalogue: CatalogueShelf
    private let workshops: WorkshopShelf
    private let page: Page
    private let teaching: Teaching
    private let address: Address
    private let limits: Limits
    private let door: Door
    private let streams: Turnstile
    let logger: Logger

    /// - Parameters:
    ///   - folder: where set-ups are kept.
    ///   - page: the folder with the page's files.
    /// - Throws: ``Refusal`` where the folder cannot be made, or a lesson is wrong.
    public init(
        _ library: Library, page: String, folder: String, address: Address, limits: Limits, version: String,
        time: Timekeeper, logger: Logger
    ) throws(Refusal) {
        shelf = try Shelf(folder: folder + "/games", library: library, limits: limits, time: time)
        self.page = Page(folder: page)
        teaching = try Teaching(folder: page, library)
        workshops = try WorkshopShelf(folder: folder + "/workshops", shelf, tasks: teaching.tasks)
        (self.address, self.limits, self.logger) = (address, limits, logger)
        catalogue = CatalogueShelf(library, teaching, version: version, limits: limits)
        streams = Turnstile(most: limits.streams)
        let own = address.host.lowercased()
        door = Door(
            names: address.isLoopback
                ? ["127.0.0.1", "localhost", "[::1]"]
                : [own, ProcessInfo.processInfo.hostName.lowercased(), "127.0.0.1", "localhost"],
            takesAddresses: ["0.0.0.0", "::"].contains(own),
            token: address.isLoopback && !address.asksToken ? nil : Name.new(26),
            port: Port(address.port))
    }

    /// The port that it listens on.
    var portNumber: Int { door.port.number }

    /// The address for a browser, once it is known which port was free.
    public var url: String {
        let host = address.host == "0.0.0.0" || address.host == "::" ? ProcessInfo.processInfo.hostName : address.host
        let name = host.contains(":") ? "[\(host)]" : host
        return "http://\(name):\(door.port.number)/" + (door.token.map { "?token=\($0)" } ?? "")
    }

    /// Serves until the task is cancelled.
    ///
    /// - Parameter onReady: called once requests are answered.
    public func run(onReady: @escaping @Sendable (Studio) async -> Void) async throws {
        defer { shelf.close() }
        try await application(onReady: onReady).run()
    }

    /// Reads the library ahead of the first who asks for it.
    public func prepare() async { _ = try? await catalogue.bytes() }

    func application(
        onReady: @escaping @Sendable (Studio) async -> Void = { _ in }
    ) -> Application<RouterResponder<BasicRequestContext>> {
        Application(
            router: router,
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [Patience(seconds: limits.patience)],
                    idleTimeout: .nanoseconds(Int64(limits.idle * 1e9)))),
            configuration: ApplicationConfiguration(
                address: .hostname(address.host, port: address.port),
                availableConnectionsDelegate: MaximumAvailableConnections(limits.connections, logger: logger)),
            onServerRunning: { channel in
                if let port = channel.localAddress?.port { door.port.settle(port) }
                await onReady(self)
            }, logger: logger)
    }

    var router: Router<BasicRequestContext> {
        let router = Router()
        router.add(middleware: Frontier(door: door))
        router.get("/") { request, _ in try page.response("index.html", for: request) }
        router.get("page/**") { request, context in
            try page.response(context.parameters.getCatchAll().joined(separator: "/"), for: request)
        }
        router.get("api/catalogue") { request, _ in
            Packed.response(try await catalogue.bytes(), "application/json; charset=utf-8", for: request)
        }
        GameRoutes(shelf: shelf, limits: limits, streams: streams)
            .add(to: router.group("api/games"))
        WorkshopRoutes(shelf: workshops, limits: limits, streams: streams).add(to: router.group("api/workshops"))
        return router
    }
}
