import Hummingbird
import Synchronization

/// Counts streams that are open, so that nobody can open them without end.
final class Turnstile: Sendable {
    private let open = Atomic(0)
    private let most: Int

    init(most: Int) { self.most = most }

    /// The stream's answer, counted as long as it is open.
    ///
    /// - Throws: ``Refusal`` where too many are open already.
    func admit(_ stream: EventStream) throws(Refusal) -> Response {
        guard open.load(ordering: .relaxed) < most else {
            throw Refusal(.full, "\(most) streams are open already.", "已有 \(most) 个连接。")
        }
        var response = stream.response()
        let body = response.body
        response.body = ResponseBody { [self] writer in
            let number = open.add(1, ordering: .relaxed).newValue
            defer { open.subtract(1, ordering: .relaxed) }
            // Of many that came at the same moment, those beyond the limit end at once; a browser comes again.
            if number <= most { try await body.write(writer) } else { try await writer.finish(nil) }
        }
        return response
    }
}
