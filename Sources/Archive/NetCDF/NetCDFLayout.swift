import Governance

/// The dimensions of a file, with what is written along them.
struct NetCDFLayout {
    /// Ids of all scenarios' communities, in the order in which they are met; empty where no run has values by community.
    let communities: [String]
    private let inputs: Inputs
    private let extent: Archive.Extent
    private let scenario: NetCDFFile.Dimension
    private let replicate: NetCDFFile.Dimension
    private let month: NetCDFFile.Dimension
    private let community: NetCDFFile.Dimension?

    /// Defines the dimensions.
    init(_ file: NetCDFFile, inputs: Inputs, extent: Archive.Extent) throws(ArchiveError) {
        self.inputs = inputs
        self.extent = extent
        var communities: [String] = []
        if extent.hasCommunities {
            var known: Set<String> = []
            for scenario in inputs.scenarios {
                communities += scenario.communities.filter { known.insert($0).inserted }
            }
        }
        self.communities = communities
        scenario = try file.dimension("scenario", inputs.scenarios.count)
        replicate = try file.dimension("replicate", extent.replicates)
        month = try file.dimension("month", extent.months.count)
        community = communities.isEmpty ? nil : try file.dimension("community", communities.count)
    }

    /// The places of a scenario's communities among all.
    func places(of scenario: ScenarioInput) -> [Int] {
        let places = Dictionary(communities.enumerated().map { ($1, $0) }) { first, _ in first }
        return scenario.communities.compactMap { places[$0] }
    }

    func shape(byCommunity: Bool) -> NetCDFShape {
        NetCDFShape(
            scenarios: inputs.scenarios.count, points: nil, replicates: extent.replicates,
            inner: [extent.months.count] + (byCommunity ? [communities.count] : []))
    }

    /// Defines the variable of an observable.
    func variable(
        _ key: String, _ file: NetCDFFile, _ shape: NetCDFShape, byCommunity: Bool
    ) throws(ArchiveError) -> NetCDFFile.Variable {
        var dimensions = [scenario, replicate, month]
        if byCommunity, let community { dimensions.append(community) }
        let variable = try file.variable(
            key + (byCommunity ? ".by_community" : ""), .real, dimensions, chunk: shape.chunk)
        try file.describe(variable, "coordinates", "scenario_title scenario_title_zh scenario_start")
        guard let observable = Observable.named(key) else { return variable }
        try file.describe(variable, "units", observable.unit)
        try file.describe(variable, "long_name", observable.meaning.en)
        try file.describe(variable, "long_name_zh", observable.meaning.zh)
        try file.describe(variable, "formula", observable.formula)
        return variable
    }

    /// Writes what the file is, and the coordinates.
    func describe(_ file: NetCDFFile) throws(ArchiveError) {
        for (name, text) in [
            ("Conventions", "CF-1.8"), ("title", title), ("source", inputs.program), ("model", inputs.model),
            ("seed", String(inputs.seed)), ("command", command),
        ] {
            try file.describe(nil, name, text)
        }
        try texts("scenario", "scenario", "情景", [scenario], inputs.scenarios.map(\.id), file)
        try texts("scenario_title", "title of the scenario", "情景名称", [scenario], inputs.scenarios.map(\.title.en), file)
        try texts(
            "scenario_title_zh", "title of the scenario, in Chinese", "情景名称（中文）", [scenario],
            inputs.scenarios.map(\.title.zh), file)
        try texts(
            "scenario_start", "calendar month of month 1", "第 1 个月的年月", [scenario], inputs.scenarios.map(\.start), file)
        try numbers(
            "replicate", "replicate: the same number, the same draws", "重复：编号相同则随机数相同", replicate,
            Array(1...extent.replicates), file)
        try numbers("month", "month of the run", "运行的第几个月", month, extent.months, file)
        if let community { try texts("community", "community", "社区", [community], communities, file) }
    }

    private var title: String { inputs.scenarios.map(\.title.en).joined(separator: "; ") }

    /// What makes these runs: the same whoever made them and where.
    private var command: String {
        (["cogov", "run"] + inputs.scenarios.map(\.file) + [
            "--replicates", "\(extent.replicates)", "--seed", "\(inputs.seed)",
        ])
        .joined(separator: " ")
    }

    private func texts(
        _ name: String, _ en: String, _ zh: String, _ dimensions: [NetCDFFile.Dimension], _ values: [String],
        _ file: NetCDFFile
    ) throws(ArchiveError) {
        let variable = try file.variable(name, .text, dimensions)
        try file.describe(variable, "long_name", en)
        try file.describe(variable, "long_name_zh", zh)
        try file.fill(variable, values)
    }

    private func numbers(
        _ name: String, _ en: String, _ zh: String, _ dimension: NetCDFFile.Dimension, _ values: [Int],
        _ file: NetCDFFile
    ) throws(ArchiveError) {
        let variable = try file.variable(name, .whole, [dimension])
        try file.describe(variable, "long_name", en)
        try file.describe(variable, "long_name_zh", zh)
        try file.fill(variable, values)
    }
}
