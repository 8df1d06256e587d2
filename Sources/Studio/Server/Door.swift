import Hummingbird

/// Who may come in: a page of this studio, opened under an address of this studio.
///
/// Any page that a browser shows can send requests to 127.0.0.1, and can by its own name's address (DNS rebinding) pass for one of
/// the same origin. So the Host must be a name of this studio, which no foreign page can make it; what changes something must
/// come from this studio's own page, as browsers say truthfully; and who is not on this machine needs the token.
struct Door: Sendable {
    /// Names by which it may be called, without port; in lower case.
    let names: Set<String>
    /// Whether any address in numbers may stand there: of a studio that listens on all of the machine's addresses. A name that
    /// leads to such an address stays refused.
    let takesAddresses: Bool
    /// What those must show who come over the network; nil where nobody can.
    let token: String?
    /// The port that is listened on.
    let port: Port

    static let cookie = "cogov-token"

    /// Checks a request from outside in.
    ///
    /// - Returns: whether it brought the token in its address, which then becomes a cookie.
    /// - Throws: ``Refusal``.
    func check(_ request: Request) throws(Refusal) -> Bool {
        try checkHost(request)
        try checkOrigin(request)
        return try checkToken(request)
    }

    private func checkHost(_ request: Request) throws(Refusal) {
        let host = request.head.authority?.lowercased() ?? ""
        let (name, number) = Self.parts(of: host)
        let isKnown = names.contains(name) || takesAddresses && Self.isAddress(name)
        guard isKnown, number == port.number || number == nil && port.number == 80 else {
            throw Refusal(
                .host, "This studio does not answer to that name.", "本服务不接受该主机名。", key: "Host", found: host)
        }
    }

    /// Name and port of a Host.
    private static func parts(of host: String) -> (name: String, port: Int?) {
        guard let colon = host.lastIndex(of: ":"), !host[colon...].contains("]") else { return (host, nil) }
        return (String(host[..<colon]), Int(host[host.index(after: colon)...]) ?? -1)
    }

    /// Whether it is an address of IP in numbers.
    private static func isAddress(_ name: String) -> Bool {
        if name.hasPrefix("["), name.hasSuffix("]") {
            return name.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
        }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }

    private func checkOrigin(_ request: Request) throws(Refusal) {
        let site = request.headers[.fetchSite]
        let isRead = request.method == .get || request.method == .head
        guard !isRead else {
            // Opening the page from a link elsewhere is fine; having another page read the interface is not.
            guard request.uri.path.hasPrefix("/api/"), let site, site != "same-origin", site != "none" else { return }
            throw Self.foreign(site)
        }
        if let origin = request.headers[.origin] {
            guard origin.lowercased() == "http://" + (request.head.authority?.lowercased() ?? "") else {
                throw Self.foreign(origin)
            }
        } else if site != "same-origin" {
            throw Self.foreign(site ?? "")
        }
        guard site == nil || site == "same-origin" else { throw Self.foreign(site ?? "") }
        let type = request.headers[.contentType]?.split(separator: ";").first?.lowercased()
        guard request.method == .delete || type == "application/json" else {
            throw Refusal(
                .type, "The body must be JSON: Content-Type: application/json.",
                "请求内容须为 JSON：Content-Type: application/json。",
                key: "Content-Type", found: type ?? "")
        }
    }

    private static func foreign(_ origin: String) -> Refusal {
        Refusal(
            .origin, "Only this studio's own page may do that.", "只有本服务自己的页面可以这样做。", key: "Origin", found: origin)
    }

    private func checkToken(_ request: Request) throws(Refusal) -> Bool {
        guard let token else { return false }
        if let shown = request.cookies[Self.cookie]?.value, Self.same(shown, token) { return false }
        if let shown = request.uri.queryParameters["token"], Self.same(String(shown), token) { return true }
        throw Refusal(
            .token, "The address lacks the token that was printed when the studio was started.",
            "地址中缺少启动时显示的令牌。", key: "token")
    }

    /// Compares in a time that does not tell where the first difference is.
    static func same(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        guard a.count == b.count else { return false }
        return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
