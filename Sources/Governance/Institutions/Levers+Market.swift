extension Lever {
    /// Levers on merchants, employers and investors.
    static let market: [Lever] = [
        .share(
            "merchants.council", \.merchants.council,
            "council of merchants and residents that carries the merchants' association; 0 no association",
            "商户与居民理事会对商户联合会的支撑程度（0 为无联合会）")
    ]
}
