extension Issues {
    struct Parameters: Sendable, Equatable {
        var arrival = 0.25
        var crossing = 0.4
        var grid = 0.5
        var watch = 0.4
        var watchHalf = 0.03
        var report = 0.1
        var reportActive = 0.5
        var street = 0.25
        var committee = 0.4
        var hours = 3.0
        var alone = 0.25
        var linked = 0.7
        var conventions = 0.6
        var pace = 0.05
        var members = 3.0
        var asks = 4.0
        var memory = 0.15
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "issues.arrival", "lambda", "1/month", 0.15...0.35, .estimated("prototype; +-40 %"), \.issues.arrival,
            "issues that arise in a building a month, without conventions", "无公约时每栋楼每月新增问题数"),
        ParameterField(
            "issues.crossing", "phi", "share", 0.24...0.56, .assumed("design 0.4; +-40 %"), \.issues.crossing,
            "share of issues that take more than one department", "需跨部门处理的问题占比"),
        ParameterField(
            "issues.grid", "d_g", "1/month", 0.3...0.7, .assumed("+-40 %"), \.issues.grid,
            "chance that grid and platform at full reach notice an issue", "网格与平台全覆盖时的月发现概率"),
        ParameterField(
            "issues.watch", "d_w", "1/month", 0.24...0.56, .assumed("+-40 %"), \.issues.watch,
            "chance that as many watchers as can be notice it", "守望员充足时的月发现概率"),
        ParameterField(
            "issues.watchHalf", "s_w", "share", 0.018...0.042, .assumed("as in assemblies; +-40 %"),
            \.issues.watchHalf, "share of residents at rung 2+ that gives half of it", "达到一半发现概率所需第二级以上居民比例"),
        ParameterField(
            "issues.report", "d_r0", "1/month", 0.06...0.14, .assumed("+-40 %"), \.issues.report,
            "chance that residents report it where nobody takes part", "无人参与时居民的月上报概率"),
        ParameterField(
            "issues.reportActive", "d_r1", "1/month", 0.3...0.7, .assumed("+-40 %"), \.issues.reportActive,
            "the same where everybody takes part", "全员参与时居民的月上报概率"),
        ParameterField(
            "issues.street", "r_s", "1/month", 0.15...0.35, .assumed("as across departments without linkage; +-40 %"),
            \.issues.street, "chance that the street resolves an issue within one department", "街道独自解决单部门问题的月概率"),
        ParameterField(
            "issues.committee", "r_c", "1/month", 0.24...0.56, .assumed("+-40 %"), \.issues.committee,
            "chance that a committee with time resolves it", "工时充足的居委会解决该问题的月概率"),
        ParameterField(
            "issues.hours", "h_I", "hours", 1.8...4.2, .assumed("half a day; +-40 %"), \.issues.hours,
            "free hours of the committee that an issue takes", "每个问题所需居委会自主工时"),
        ParameterField(
            "issues.alone", "r_0", "1/month", 0.15...0.35, .assumed("design 0.25; +-40 %"), \.issues.alone,
            "chance that departments without linkage resolve an issue across them", "无联动时跨部门问题的月解决概率"),
        ParameterField(
            "issues.linked", "r_1", "1/month", 0.42...0.98, .assumed("design 0.7; +-40 %"), \.issues.linked,
            "the same at full linkage", "完全联动时跨部门问题的月解决概率"),
        ParameterField(
            "issues.conventions", "c_max", "share", 0.36...0.84, .assumed("+-40 %"), \.issues.conventions,
            "share of issues that conventions prevent where each building has an active unit", "每栋楼均有活跃自治小组时公约所能避免的问题占比"
        ),
        ParameterField(
            "issues.pace", "d_c", "1/month", 0.03...0.07, .assumed("20 months; +-40 %"), \.issues.pace,
            "pace at which compliance follows the share of active units", "守约程度随自治小组变化的速度"),
        ParameterField(
            "issues.members", "n_u", "residents", 2...5, .assumed("three make a group"), \.issues.members,
            "residents of a building at rung 2+ without whom its unit sleeps", "楼栋自治小组活跃所需第二级以上居民数"),
        ParameterField(
            "issues.asks", "a_u", "residents/month", 2...6, .assumed("one a week; +-50 %"), \.issues.asks,
            "residents of its building whom each of a unit’s members asks to help", "楼栋自治小组每名成员每月邀请本楼居民的人数"),
        ParameterField(
            "issues.memory", "d_R", "1/month", 0.09...0.21, .assumed("half a year; +-40 %"), \.issues.memory,
            "pace at which the response to issues is noticed", "感知问题处置情况的速度"),
    ]
}
