import Hummingbird

/// Server-sent events: a connection that stays open, over which the page is told what is new.
///
/// Every event has an id; a browser that has lost the connection says which was its last, and goes on from there.
struct EventStream: Sendable {
    struct Event: Sendable {
        let name: String
        let id: String
        let data: String
    }

    /// Months that are sent at most in one go, so that a slow reader holds no more than that.
    static let most = 24

    let bell: Bell
    /// Between two signs of life; a connection that is gone is noticed by them.
    var pause = Duration.seconds(15)

    /// After each batch, so that what changes all the time is sent now and then.
    var rest = Duration.zero

    /// The events that follow what has been sent, a few at a time; none once all has been told; nil when there is nothing more to
    /// come, and the stream ends.
    let next: @Sendable () async -> [Event]?

    func response() -> Response {
        let (bell, pause, rest, next) = (bell, pause, rest, next)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store",
                .init("X-Accel-Buffering")!: "no",
            ],
            body: ResponseBody { writer in
                let (signs, sign) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
                let beat = Task {
                    while !Task.isCancelled {
                        try await Task.sleep(for: pause)
                        sign.yield()
                    }
                }
                let news = Task {
                    for await _ in bell.listen() { sign.yield() }
                    sign.finish()
                }
                defer {
                    beat.cancel()
                    news.cancel()
                }
                try await writer.write(ByteBuffer(string: ": welcome\n\n"))
                telling: for await _ in signs {
                    var isQuiet = true
                    while true {
                        guard let events = await next() else { break telling }
                        guard !events.isEmpty else { break }
                        isQuiet = false
                        var buffer = ByteBuffer()
                        for event in events {
                            buffer.writeString("event: \(event.name)\nid: \(event.id)\ndata: \(event.data)\n\n")
                        }
                        try await writer.write(buffer)
                        if rest > .zero { try await Task.sleep(for: rest) }
                    }
                    if isQuiet { try await writer.write(ByteBuffer(string: ": beat\n\n")) }
                }
                try await writer.finish(nil)
            })
    }
}
