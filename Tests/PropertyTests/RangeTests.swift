import Governance
import RandomScenarios
import Testing

@testable import Governance

@Suite("Property: all that people think stays in its range")
struct RangeTests {
    @Test(arguments: Cases.first(20))
    func ranges(_ number: Int) throws {
        let specification = try RandomScenario(number).specification()
        let world = try World(founding: specification, seed: 5, replicate: 1)
        #expect(world.communities.flatMap(\.outOfRange) == [])
        for month in -specification.burnIn..<specification.months {
            guard try world.goesOn() else { return }
            #expect(world.communities.flatMap(\.outOfRange) == [], "month \(month + 1)")
            #expect(world.isSound)
            guard month >= 0 else { continue }
            let rows = [world.observe()] + world.communityIDs.indices.map { world.observe(community: $0) }
            let wrong = rows.flatMap { row in
                zip(Observable.all, row).filter { !$0.allows($1) }.map { "\($0.key) is \($1)" }
            }
            #expect(wrong == [], "month \(month + 1)")
        }
    }
}

extension Observable {
    /// Whether it can be that much: undefined, or finite and within its range but for rounding.
    fileprivate func allows(_ value: Double) -> Bool {
        guard !value.isNaN else { return true }
        guard let range else { return value.isFinite }
        return value >= range.lowerBound - 1e-9 && value <= range.upperBound + 1e-9 && value.isFinite
    }
}

extension Community {
    /// What is no share where a share should stand, in words.
    fileprivate var outOfRange: [String] {
        var wrong: [String] = []
        func look(_ value: some BinaryFloatingPoint, _ name: @autoclosure () -> String) {
            if !(value >= 0 && value <= 1) { wrong.append("\(name()) of \(id) is \(value)") }
        }
        for i in 0..<residents.count {
            for k in 0..<8 { look(residents.need[i][k], "need \(k) of \(i)") }
            for lane in 0..<4 { look(residents.trust[i][lane], "trust \(lane) of \(i)") }
            look(residents.spirit[i], "spirit of \(i)")
            look(residents.efficacy[i], "efficacy of \(i)")
            look(residents.skill[i], "skill of \(i)")
            look(residents.habit[i], "habit of \(i)")
            look(residents.fatigue[i], "fatigue of \(i)")
            look(residents.leadership[i], "leadership of \(i)")
            if !residents.standing[i].isFinite { wrong.append("standing of \(i) in \(id)") }
            if !(residents.income[i] >= 0 && residents.income[i].isFinite) { wrong.append("income of \(i) in \(id)") }
            for slot in 0..<Int(residents.tieCount[i]) {
                let other = Int(residents.tie[i * ResidentBlock.tieSlots + slot])
                if other >= residents.count || other == i || !residents.areTied(other, i) {
                    wrong.append("tie of \(i) in \(id) to \(other)")
                }
            }
        }
        look(committee.orientation, "the committee's orientation")
        look(committee.facilitation, "the committee's facilitation")
        look(alignment, "alignment")
        for organisation in organisations { look(organisation.capture, "capture of an organisation") }
        return wrong
    }
}
