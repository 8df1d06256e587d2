import Governance
import Testing

@testable import Reporting

@Suite("What stands first")
struct HeadlinesTests {
    @Test("Every headline is an observable of the model", arguments: Headlines.keys)
    func known(key: String) { #expect(Observable.named(key) != nil) }

    @Test("Every observable of the model has a theme", arguments: Observable.all.map(\.key))
    func themed(key: String) { #expect(Theme(of: key) != .other) }
}
