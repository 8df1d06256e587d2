import HTTPTypes
import Hummingbird

/// The outermost layer: checks who comes in, gives every answer its headers, and every fault its form.
struct Frontier<Context: RequestContext>: RouterMiddleware {
    let door: Door

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            let bringsToken = try door.check(request)
            response = try await next(request, context)
            if bringsToken, let token = door.token {
                response.setCookie(
                    Cookie(name: Door.cookie, value: token, path: "/", httpOnly: true, sameSite: .strict))
            }
        } catch let refusal as Refusal {
            response = JSONReply(refusal, status: refusal.status).response
        } catch let error as HTTPError where error.status == .notFound {
            response =
                JSONReply(
                    Refusal(.unknown, "There is nothing at this address.", "此地址没有内容。"), status: .notFound
                ).response
        } catch {
            context.logger.error("a request failed: \(error)")
            let refusal = Refusal(.failed, "The studio failed at this.", "服务出错。")
            response = JSONReply(refusal, status: refusal.status).response
        }
        for (name, value) in Self.headers { response.headers[name] = value }
        return response
    }

    /// Scripts, styles and pictures come from here alone, nothing is embedded anywhere, and no address is told on.
    private static var headers: [(HTTPField.Name, String)] {
        [
            (
                .contentSecurityPolicy,
                "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; "
                    + "frame-ancestors 'none'"
            ),
            (.xContentTypeOptions, "nosniff"), (.referrerPolicy, "no-referrer"), (.frameOptions, "DENY"),
            (.openerPolicy, "same-origin"), (.resourcePolicy, "same-origin"),
        ]
    }
}

extension HTTPField.Name {
    private static func known(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is no name of a header") }
        return name
    }

    static let fetchSite = known("Sec-Fetch-Site")
    static let referrerPolicy = known("Referrer-Policy")
    static let frameOptions = known("X-Frame-Options")
    static let openerPolicy = known("Cross-Origin-Opener-Policy")
    static let resourcePolicy = known("Cross-Origin-Resource-Policy")
    static let lastEventID = known("Last-Event-ID")
}
