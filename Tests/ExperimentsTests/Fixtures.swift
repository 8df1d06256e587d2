import Archive
import Foundation
import Governance
import Synchronization

@testable import Experiments

/// A folder of its own for a test, removed at the end.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "cogov-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func text(_ name: String) throws -> String { try String(contentsOfFile: path + "/" + name, encoding: .utf8) }

    var names: Set<String> {
        Set((try? FileManager.default.contentsOfDirectory(atPath: path).filter { $0 != ".lock" }) ?? [])
    }
}

/// A clock that goes only when it is told to.
final class HandClock: Sendable {
    private let passed = Mutex(Duration.zero)

    func advance(_ duration: Duration) { passed.withLock { $0 += duration } }

    var timekeeper: Timekeeper { Timekeeper { self.passed.withLock { $0 } } }
}

extension ScenarioSpecification {
    /// Two communities of some hundred people; a committee with time for residents.
    static func small(_ id: String = "small", months: Int = 4, burnIn: Int = 2, people: Int = 100) -> Self {
        let type = CommunityType(
            id: "flats", name: Text(en: "flats", zh: "楼房"), age: [0.25, 0.5, 0.25], tenure: [0.6, 0.3, 0.1],
            migrants: 0.2, children: 0.3, vulnerable: 0.1, partyMembers: 0.1, incomeMedian: 4000, incomeSpread: 0.5,
            buildingSize: 20, tiesBuilding: 3, tiesCommunity: 1, tiesBeyond: 0.2, initialOrganisations: 5)
        var institutions = Institutions()
        institutions.engagement.committee.culture = 0.5
        return ScenarioSpecification(
            id: id, title: Text(en: id, zh: id), summary: Text(en: "", zh: ""),
            start: YearMonth(year: 2007, month: 1), months: months, burnIn: burnIn,
            people: People(
                adultShare: 0.8, types: [type],
                communities: ["b", "a"].map {
                    CommunitySpecification(
                        id: $0, name: Text(en: $0, zh: $0), type: "flats", street: "s", people: people)
                }),
            committees: CommitteeTerms(staff: 3, hours: 160, wage: 200_000, orientation: 0.5, facilitation: 0.4),
            publicService: PublicService(
                unitsPerResident: 0.17, quality: 0.5, unitCost: 5000, template: Array(repeating: 0.125, count: 8)),
            district: District(
                id: "d", name: Text(en: "d", zh: "d"), streets: [.init(id: "s", name: Text(en: "s", zh: "s"))],
                attentionCapacity: 1, otherCommunities: 3),
            institutions: institutions)
    }
}

extension PlannedScenario {
    static func small(_ id: String = "small", months: Int = 4, people: Int = 100) -> PlannedScenario {
        PlannedScenario(
            specification: .small(id, months: months, people: people), file: id + ".yaml",
            sha256: Digest.sha256(of: "\(id) \(people)"))
    }
}

extension Session {
    /// A session in `folder` by the system's clock.
    static func inFolder(_ folder: TemporaryFolder, _ experiment: Experiment, cores: Int = 2) -> Session {
        Session(
            experiment, folder: folder.path, program: "Cogov test", command: ["cogov", "run"], cores: cores,
            memory: 1 << 30, time: Timekeeper(ContinuousClock()), date: { Date(timeIntervalSince1970: 0) })
    }
}
