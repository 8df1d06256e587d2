import Testing

@testable import Governance

@Suite("Levers")
struct LeversTests {
    /// Numbers, flags and choices anywhere in a value.
    func leaves(_ value: Any) -> Int {
        let children = Mirror(reflecting: value).children
        return children.isEmpty || value is Targeting ? 1 : children.reduce(0) { $0 + leaves($1.value) }
    }

    /// As many levers as there are values in ``Institutions``, each with a path of its own.
    @Test func everyInstitutionHasItsLever() throws {
        #expect(Lever.all.count == leaves(Institutions()))
        #expect(Set(Lever.all.map(\.key)).count == Lever.all.count)
        for (place, lever) in Lever.all.enumerated() {
            var institutions = Institutions()
            switch lever.kind {
            case .number(let range, _):
                let other = lever.neutral == .number(range.upperBound) ? range.lowerBound : range.upperBound
                try lever.set(.number(other), in: &institutions)
            case .flag: try lever.set(.flag(true), in: &institutions)
            case .choice(let names, _, _): try lever.set(.choice(names[names.count - 1]), in: &institutions)
            }
            let moved = Lever.all.indices.filter { Lever.all[$0].value(in: institutions) != Lever.all[$0].neutral }
            #expect(moved == [place])
            #expect(Lever.named(lever.key)?.key == lever.key)
        }
    }

    @Test func neutralIsWhatIsThereAtFirst() throws {
        for lever in Lever.all {
            #expect(lever.value(in: Institutions()) == lever.neutral)
            var institutions = Institutions.open
            try lever.set(lever.neutral, in: &institutions)
            #expect(lever.value(in: institutions) == lever.neutral)
        }
    }

    @Test func whatCannotBeIsRefused() {
        for lever in Lever.all {
            var institutions = Institutions()
            let wrong: [LeverValue]
            switch lever.kind {
            case .number(let range, _):
                wrong = [.number(range.upperBound + 0.1), .number(-0.1), .number(.nan), .flag(true), .choice("anyone")]
            case .flag: wrong = [.number(1), .choice("true")]
            case .choice: wrong = [.choice("nobody"), .number(0), .flag(false)]
            }
            for value in wrong {
                #expect(throws: LeverError.self) { try lever.set(value, in: &institutions) }
            }
            #expect(institutions == Institutions())
            #expect(!lever.expected.isEmpty)
        }
    }

    @Test func everyLeverIsExplained() {
        for lever in Lever.all {
            #expect(!lever.meaning.en.isEmpty && lever.meaning.zh.unicodeScalars.contains { $0.value >= 0x4E00 })
            #expect(!lever.unit.isEmpty)
        }
    }

    @Test func errorsSayWhatWouldBeRight() {
        var institutions = Institutions()
        let error = #expect(throws: LeverError.self) {
            try Lever.named("taskLoad")?.set(.number(90), in: &institutions)
        }
        #expect(error?.description == "taskLoad is 90.0, but must lie from 0.0 to 1.0")
    }
}
