import Governance

/// The dimensions of a file, and the variables along them.
struct NetCDFLayout {
    /// Ids of all scenarios' communities, in the order in which they are met; empty where none are written.
    let communities: [String]
    private let inputs: Inputs
    private let months: [Int]
    private let replicates: Int
    private let scenario: NetCDFFile.Dimension
    private let point: NetCDFFile.Dimension?
    private let replicate: NetCDFFile.Dimension
    private let month: NetCDFFile.Dimension
    private let community: NetCDFFile.Dimension?

    /// Defines the dimensions.
    init(
        _ file: NetCDFFile, inputs: Inputs, months: [Int], replicates: Int, hasCommunities: Bool
    ) throws(ArchiveError) {
        self.inputs = inputs
        self.months = months
        self.replicates = replicates
        var known: Set<String> = []
        communities =
            hasCommunities ? inputs.scenarios.flatMap(\.communities).filter { known.insert($0).inserted } : []
        scenario = try file.dimension("scenario", inputs.scenarios.count)
        if let design = inputs.design { point = try file.dimension("point", design.points.count) } else { point = nil }
        replicate = try file.dimension("replicate", replicates)
        month = try file.dimension("month", months.count)
        community = communities.isEmpty ? nil : try file.dimension("community", communities.count)
    }

    func place(ofMonth month: Int) -> Int? {
        months.count == months.last ? month - 1 : months.firstIndex(of: month)
    }

    /// The places of a scenario's communities among all.
    func places(of scenario: ScenarioInput) -> [Int] {
        let places = Dictionary(communities.enumerated().map { ($1, $0) }) { first, _ in first }
        return scenario.communities.compactMap { places[$0] }
    }

    func shape(byCommunity: Bool) -> NetCDFShape {
        NetCDFShape(
            scenarios: inputs.scenarios.count, points: inputs.design?.points.count, replicates: replicates,
            inner: [months.count] + (byCommunity ? [communities.count] : []))
    }

    /// Defines the variable of an observable.
    func variable(
        _ key: String, _ file: NetCDFFile, _ shape: NetCDFShape, byCommunity: Bool
    ) throws(ArchiveError) -> NetCDFFile.Variable {
        let dimensions = [scenario, point, replicate, month, byCommunity ? community : nil].compactMap(\.self)
        let variable = try file.variable(
            key + (byCommunity ? ".by_community" : ""), .real, dimensions, chunk: shape.chunk)
        let aside = ["scenario_title", "scenario_title_zh", "scenario_start"] + factors.map(\.name)
        try file.describe(variable, "coordinates", aside.joined(separator: " "))
        guard let observable = Observable.named(key) else { return variable }
        try file.describe(variable, "units", Self.symbol(observable.unit))
        try file.describe(variable, "long_name", observable.meaning.en)
        try file.describe(variable, "long_name_zh", observable.meaning.zh)
        try file.describe(variable, "formula", observable.formula)
        return variable
    }

    /// A unit as the file has it: xarray makes durations of numbers in spelt-out hours and days, but leaves the symbols alone.
    private static func symbol(_ unit: String) -> String {
        ["seconds": "s", "minutes": "min", "hours": "h", "days": "d"][unit] ?? unit
    }

    /// Writes what the file is, and the coordinates.
    func describe(_ file: NetCDFFile) throws(ArchiveError) {
        let title = inputs.design?.title
        for (name, text) in [
            ("Conventions", "CF-1.8"), ("title", title?.en ?? inputs.scenarios.map(\.title.en).joined(separator: "; ")),
            ("title_zh", title?.zh ?? inputs.scenarios.map(\.title.zh).joined(separator: "；")),
            ("source", inputs.program), ("model", inputs.model), ("seed", String(inputs.seed)), ("command", command),
        ] {
            try file.describe(nil, name, text)
        }
        let scenarios = inputs.scenarios
        try write("scenario", "scenario", "情景", scenario, texts: scenarios.map(\.id), file)
        try write(
            "scenario_title", "title of the scenario", "情景名称（英文）", scenario, texts: scenarios.map(\.title.en), file)
        try write("scenario_title_zh", "title in Chinese", "情景名称", scenario, texts: scenarios.map(\.title.zh), file)
        try write(
            "scenario_start", "calendar month of month 1", "第 1 个月的年月", scenario, texts: scenarios.map(\.start), file)
        try write(
            "replicate", "replicate: the same number, the same draws", "重复：编号相同则随机数相同", replicate,
            numbers: Array(1..<replicates + 1), file)
        try write("month", "month of the run", "运行的第几个月", month, numbers: months, file)
        if let community { try write("community", "community", "社区", community, texts: communities, file) }
        try writePoints(file)
    }

    /// What makes these runs, whoever made them and where.
    private var command: String {
        if let design = inputs.design { return "cogov sweep \(design.file) --replicates \(replicates)" }
        let files = inputs.scenarios.map(\.file).joined(separator: " ")
        let changes = (inputs.scenarios.first?.changes ?? []).map { change in
            change.hasPrefix("attention-until=") ? " --\(change)" : " --set \(change)"
        }
        return "cogov run \(files) --replicates \(replicates) --months \(inputs.scenarios.map(\.months).max() ?? 0)"
            + " --seed \(inputs.seed)" + changes.joined()
    }

    /// The factors with the names of their variables: their ids, unless something else has that name.
    private var factors: [(name: String, place: Int, factor: FactorInput)] {
        let taken = Set(Observable.all.map(\.key) + ["scenario", "point", "replicate", "month", "community"])
        return (inputs.design?.factors ?? []).enumerated().map { place, factor in
            (taken.contains(factor.id) ? "factor.\(factor.id)" : factor.id, place, factor)
        }
    }

    private func writePoints(_ file: NetCDFFile) throws(ArchiveError) {
        guard let design = inputs.design, let point else { return }
        try write("point", "point of the design", "设计点", point, numbers: design.points.map(\.number), file)
        for (name, place, factor) in factors {
            let values = design.points.map { $0.values[place] }
            let numbers = values.compactMap(\.number)
            let isNumeric = numbers.count == values.count
            let variable = try file.variable(name, isNumeric ? .real : .text, [point])
            try file.describe(variable, "long_name", factor.meaning?.en ?? factor.key)
            try file.describe(variable, "long_name_zh", factor.meaning?.zh ?? factor.key)
            if let unit = factor.unit { try file.describe(variable, "units", Self.symbol(unit)) }
            try file.describe(variable, "key", factor.key)
            if isNumeric { try file.fill(variable, numbers) } else { try file.fill(variable, values.map(\.text)) }
        }
    }

    private func write(
        _ name: String, _ en: String, _ zh: String, _ dimension: NetCDFFile.Dimension, texts: [String],
        _ file: NetCDFFile
    ) throws(ArchiveError) {
        try file.fill(try named(name, .text, en, zh, dimension, file), texts)
    }

    private func write(
        _ name: String, _ en: String, _ zh: String, _ dimension: NetCDFFile.Dimension, numbers: [Int],
        _ file: NetCDFFile
    ) throws(ArchiveError) {
        try file.fill(try named(name, .whole, en, zh, dimension, file), numbers)
    }

    private func named(
        _ name: String, _ kind: NetCDFFile.Kind, _ en: String, _ zh: String, _ dimension: NetCDFFile.Dimension,
        _ file: NetCDFFile
    ) throws(ArchiveError) -> NetCDFFile.Variable {
        let variable = try file.variable(name, kind, [dimension])
        try file.describe(variable, "long_name", en)
        try file.describe(variable, "long_name_zh", zh)
        return variable
    }
}
