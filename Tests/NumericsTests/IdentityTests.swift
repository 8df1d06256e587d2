import Numerics
import Testing

@Suite("Stable identities")
struct IdentityTests {
    @Test func hashIsTheMixedFNV1a() {
        // Published FNV-1a values of "" and "a".
        #expect(Identity.hash("") == Identity.mix(0xCBF2_9CE4_8422_2325))
        #expect(Identity.hash("a") == Identity.mix(0xAF63_DC4C_8601_EC8C))
    }

    @Test func partsAndTheirOrderTell() {
        let whole = Identity.hash("Xing Street")
        let identities = [
            Identity.compose(whole, 1, 2), Identity.compose(whole, 2, 1), Identity.compose(whole, 1),
            Identity.compose(whole, 1, 2, 0), Identity.compose(whole &+ 1, 1, 2),
        ]
        #expect(Set(identities).count == identities.count)
    }

    @Test func mixingLosesNothing() {
        let near = (0..<10_000).map { Identity.mix(UInt64($0)) }
        #expect(Set(near).count == near.count)
    }
}
