import Testing

@testable import Governance

@Suite("Behavioural parameters")
struct ParametersTests {
    /// Numbers anywhere in a value.
    func numbers(_ value: Any) -> Int {
        value is Double ? 1 : Mirror(reflecting: value).children.reduce(0) { $0 + numbers($1.value) }
    }

    @Test func theRegistryIsComplete() {
        #expect(Parameters.all.count == numbers(Parameters()))
    }

    /// Each field leads to a number of its own.
    @Test func noTwoFieldsShareANumber() {
        var parameters = Parameters()
        for (place, field) in Parameters.all.enumerated() { parameters[keyPath: field.path] = Double(place) }
        for (place, field) in Parameters.all.enumerated() { #expect(parameters[keyPath: field.path] == Double(place)) }
    }

    @Test func keysAreUnique() {
        #expect(Set(Parameters.all.map(\.key)).count == Parameters.all.count)
        for field in Parameters.all { #expect(Parameters.named(field.key)?.symbol == field.symbol) }
        #expect(Parameters.named("participation.luck") == nil)
    }

    /// A symbol means one thing in all equations of the ODD.
    @Test func symbolsAreUnique() {
        let keys = Dictionary(grouping: Parameters.all, by: \.symbol).mapValues { $0.map(\.key) }
        for (symbol, keys) in keys { #expect(keys.count == 1, "\(symbol) stands for \(keys)") }
    }

    /// A range has room on at least one side of a default that lies in it.
    @Test func defaultsLieInTheirRanges() {
        for field in Parameters.all {
            #expect(field.range.contains(field.defaultValue), "\(field.key)")
            #expect(field.range.lowerBound < field.range.upperBound, "\(field.key)")
        }
    }

    /// Bounds are written in thousandths at most; a range of 40 % to each side is that.
    @Test func rangesAreWhatTheySay() {
        for field in Parameters.all {
            for bound in [field.range.lowerBound, field.range.upperBound] {
                #expect(bound == (bound * 10_000).rounded() / 10_000, "\(field.key)")
            }
            #expect(field.defaultValue != 0 || !field.provenance.detail.hasSuffix("40 %"), "\(field.key)")
        }
    }

    /// A key is `mechanism.parameter`; its first part is the same for all parameters of a mechanism.
    @Test func keysFollowTheirMechanism() {
        var order: [Substring] = []
        for field in Parameters.all {
            let parts = field.key.split(separator: ".")
            #expect((2...3).contains(parts.count), "\(field.key)")
            if order.last != parts[0] {
                #expect(!order.contains(parts[0]), "\(field.key)")
                order.append(parts[0])
            }
        }
        #expect(order.count == Mirror(reflecting: Parameters()).children.count)
    }

    @Test func everyParameterIsExplained() {
        for field in Parameters.all {
            #expect(!field.meaning.en.isEmpty, "\(field.key)")
            #expect(field.meaning.zh.unicodeScalars.contains { $0.value >= 0x4E00 }, "\(field.key)")
            #expect(!field.unit.isEmpty && !field.symbol.isEmpty, "\(field.key)")
            #expect(!field.provenance.detail.isEmpty, "\(field.key)")
        }
    }
}
