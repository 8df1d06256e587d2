extension Lever {
    /// Levers of linkage, micro-governance, task load and honours.
    static let order: [Lever] = [
        .share(
            "linkage", \.linkage, "linkage of district, street, community and grid across departments",
            "区、街道、社区、网格四级跨部门大联动"),
        .share(
            "microGovernance.units", \.microGovernance.units,
            "share of buildings in which self-governance units are set up", "建立自治小组的楼栋占比"),
        .share(
            "microGovernance.watchers", \.microGovernance.watchers, "reach of residents who keep watch as volunteers",
            "居民守望员的覆盖程度"),
        .share(
            "taskReform.centralise", \.taskReform.centralise, "tasks that departments can do go back to them",
            "事务回收：部门能办的事务收回"),
        .share("taskReform.list", \.taskReform.list, "a list says which tasks are the committee's", "清单定责：以清单界定居委会职责"),
        .share(
            "taskReform.admit", \.taskReform.admit, "new tasks come to the committee only if admitted",
            "准入审批：新增任务须经批准"),
        .share(
            "support.award", \.support.award, "awards and publicity a month, in units of visible performance",
            "评优与宣传（每月折合可见政绩）"),
    ]
}
