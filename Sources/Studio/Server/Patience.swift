import Hummingbird
import NIOCore
import NIOHTTPTypes

/// Closes a connection whose other side keeps it waiting: that takes too long to send a request, or to take an answer.
///
/// A body of one byte a minute, and an answer that nobody reads, would else hold a connection and its memory for ever; how long a
/// request's head may take, and how long a connection may be idle, is the server's own to bound.
final class Patience: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Bytes of an answer that must have been taken at least each time that the patience is at its end.
    private static let least = 32_768

    private let limit: TimeAmount
    private var request: Scheduled<Void>?
    private var answer: Scheduled<Void>?

    init(seconds: Double) { limit = .nanoseconds(Int64(seconds * 1e9)) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            request = context.eventLoop.assumeIsolated().scheduleTask(in: limit) { context.close(promise: nil) }
        case .body: break
        case .end: request?.cancel()
        }
        context.fireChannelRead(data)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        answer?.cancel()
        if !context.channel.isWritable { watch(context, waiting: Self.waiting(context)) }
        context.fireChannelWritabilityChanged()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        request?.cancel()
        answer?.cancel()
    }

    /// Looks after the patience whether fewer bytes wait to be taken than did.
    private func watch(_ context: ChannelHandlerContext, waiting before: Int) {
        answer = context.eventLoop.assumeIsolated().scheduleTask(in: limit) { [self] in
            let now = Self.waiting(context)
            if now <= before - Self.least { watch(context, waiting: now) } else { context.close(promise: nil) }
        }
    }

    /// Bytes that the other side has not taken yet.
    private static func waiting(_ context: ChannelHandlerContext) -> Int {
        (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    }
}
