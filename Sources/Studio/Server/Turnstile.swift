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
            open.add(1, ordering: .relaxed)
            defer { open.subtract(1, ordering: .relaxed) }
            try await body.write(writer)
        }
        return response
    }
}
