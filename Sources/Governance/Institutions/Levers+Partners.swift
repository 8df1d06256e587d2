extension Lever {
    /// Levers on those who work with a community beside its committee.
    static let partners: [Lever] = [
        share(
            "federation.byStaff", \.federation.byStaff,
            "how far the committee's staff run residents' organisations", "居民组织由居委会工作人员管理的程度"),
        flag("parties.street", \.parties.street, "the street's departments have a say in every project", "街道部门参与每个项目"),
        flag("parties.property", \.parties.property, "a property company has a say in every project", "物业企业参与每个项目"),
        flag("parties.investor", \.parties.investor, "an investor has a say in every project", "投资企业参与每个项目"),
        flag(
            "parties.units", \.parties.units, "employers that sit in the community have a say in every project",
            "驻区单位参与每个项目"),
    ]
}
