import Foundation
import Reporting
import Scenarios

/// The scenarios and places that come with the program.
enum Shipped {
    /// What was installed with the program: `share/cogov` beside the `bin` that it stands in.
    private static let installed: String = {
        let program = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
        return (program?.deletingLastPathComponent().path ?? "..") + "/share/cogov"
    }()

    /// The library: where the environment says, here, or beside the program.
    static let library: ScenarioLibrary? = {
        let told = ProcessInfo.processInfo.environment["COGOV_SCENARIOS"]
        return ScenarioLibrary(in: [told, "Scenarios", installed + "/Scenarios"].compactMap(\.self))
    }()

    /// Real elections and the winners that another program found, which are not part of the project: `pabulib/` in the folder that the
    /// environment names, else in the data beside the checkout; nil where they are not there.
    static let elections: String? = {
        let told = ProcessInfo.processInfo.environment["COGOV_DATA"]
        return [told, "../shared/data"].compactMap { $0.map { $0 + "/pabulib" } }
            .first(where: FileManager.default.fileExists(atPath:))
    }()

    /// The claims: where the environment says, here, or beside the scenarios.
    static let claims: ClaimLibrary? = {
        let told = ProcessInfo.processInfo.environment["COGOV_CLAIMS"]
        return ClaimLibrary(in: [told, "Claims", library.map { $0.around + "/Claims" }].compactMap(\.self))
    }()

    /// The folder with the studio's page: where the environment says, here, or beside the program.
    static let studio: String? = {
        let told = ProcessInfo.processInfo.environment["COGOV_STUDIO"]
        return [told, "Studio", installed + "/Studio"].compactMap(\.self)
            .first { FileManager.default.fileExists(atPath: $0 + "/index.html") }
    }()

    /// What the experiments that are committed with the library say of claims about those scenarios; nothing where they are not there.
    static func claimStandings(on scenarios: [String]) -> [ClaimStanding] {
        guard let library, let claims,
            let data = FileManager.default.contents(
                atPath: library.around + "/Results/reference/claims/claims.csv")
        else { return [] }
        let read = claims.files.compactMap { path -> Claim? in
            // A claim that cannot be read is told by the commands that are about claims.
            do throws(ScenarioFaults) { return try Claim.read(path: path) } catch { return nil }
        }
        return ClaimStanding.all(read, verdicts: String(decoding: data, as: UTF8.self))
            .filter { !$0.scenarios.isDisjoint(with: scenarios) }
    }

    /// The path of what somebody named on the command line.
    static func path(of name: String, on shelf: ScenarioLibrary.Shelf) -> String {
        library?.path(of: name, on: shelf) ?? name
    }

    /// The path of a design, a plan or targets that somebody named: a file as it is, else one of those that came with the program,
    /// by its path there or, in that folder, by its name alone.
    static func path(of name: String, in folder: String) -> String { library?.path(of: name, in: folder) ?? name }

    /// The governance models, the usual baseline first; or a complaint and exit 2.
    static func regimes() throws -> [String] {
        guard let library, library.names(on: .regimes).count > 1 else {
            Terminal.complain(
                said(
                    "Scenarios/ is not here; name two scenario files, or let COGOV_SCENARIOS tell where it is.",
                    "此处没有 Scenarios/；请指定两个情景文件，或以 COGOV_SCENARIOS 指明其位置。"))
            throw Ending.badInput
        }
        let names = library.names(on: .regimes)
        return names.filter { $0 == baseline } + names.filter { $0 != baseline }
    }

    /// The id of the regime that others are compared with, of the place that all are put on, and the last month in which the
    /// upper level attends to them.
    static let baseline = "street-committee"
    static let place = "reference"
    static let attentionUntil = 84
    static let months = 120
}
