import Numerics

@testable import Governance

extension World {
    /// One word that changes with any bit of any resident, of any community's money, projects or organisations: two
    /// worlds of one digest have lived the same.
    var digest: UInt64 {
        var word: UInt64 = 1
        for community in communities {
            let columns = community.residents.columns
            for name in columns.keys.sorted() {
                for byte in columns[name] ?? [] { word = (word ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            }
            for project in community.projects {
                word = Identity.compose(word, project.identity, UInt64(bitPattern: project.left))
            }
            for organisation in community.organisations {
                word = Identity.compose(word, organisation.identity, UInt64(organisation.members.count))
            }
            word = Identity.compose(word, community.committee.orientation.bitPattern)
        }
        return word
    }
}
