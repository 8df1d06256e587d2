import Testing

@testable import Scenarios

@Suite("The nearest name")
struct NearestNameTests {
    @Test("letters inserted, deleted, replaced and swapped each count one")
    func distance() {
        func distance(_ a: String, _ b: String) -> Int { NearestName.editDistance(Array(a), Array(b)) }
        #expect(distance("audit", "audit") == 0)
        #expect(distance("audti", "audit") == 1)
        #expect(distance("adit", "audit") == 1)
        #expect(distance("auditt", "audit") == 1)
        #expect(distance("kitten", "sitting") == 3)
        #expect(distance("", "abc") == 3)
    }

    @Test("the nearest is given only if it is near")
    func nearest() {
        let names = ["taskLoad", "rights", "sensing"]
        #expect(NearestName.of("taskload", among: names) == "taskLoad")
        #expect(NearestName.of("right", among: names) == "rights")
        #expect(NearestName.of("weather", among: names) == nil)
        #expect(NearestName.of(String(repeating: "x", count: 10_000), among: names) == nil)
    }
}
