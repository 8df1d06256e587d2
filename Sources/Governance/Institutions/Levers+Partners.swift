extension Lever {
    /// Levers on those who work with a community beside its committee.
    static let partners: [Lever] = [
        share(
            "federation.byStaff", \.federation.byStaff,
            "how far the committee's staff run residents' organisations", "居民组织由居委会工作人员管理的程度")
    ]
}
