import Governance
import Scenarios

/// A place that can be chosen.
struct PlaceEntry: Encodable {
    struct Home: Encodable {
        let id: String
        let title: Text
        let people: Int
    }

    let id: String
    let title: Text
    let summary: Text
    /// People of all ages, and residents of 16 and older.
    let people: Int
    let residents: Int
    let communities: [Home]

    init(_ id: String, _ library: Library) throws(Refusal) {
        let path = try library.path(id, on: .places, key: "place")
        do throws(ScenarioFaults) {
            let (name, people, summary) = try ScenarioReader.readPlace(path: path)
            (self.id, title, self.summary) = (id, name.title, summary)
            communities = people.communities.map { Home(id: $0.id, title: $0.name, people: $0.people) }
            self.people = people.communities.reduce(0) { $0 + $1.people }
            residents = people.communities.reduce(0) { $0 + $1.adults(share: people.adultShare) }
        } catch { throw .faults(error) }
    }
}
