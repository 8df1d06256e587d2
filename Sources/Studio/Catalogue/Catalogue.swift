import Foundation
import Governance
import Reporting
import Scenarios

/// Everything that can be chosen and seen, told by the registries and the library.
struct Catalogue: Encodable {
    struct Section: Encodable {
        let key: String
        let title: Text
    }

    struct Colours: Encodable {
        struct Pair: Encodable {
            let light: String
            let dark: String
        }

        let light = Palette.light
        let dark = Palette.dark
        let dashes = Palette.dashes
        let context = Pair(light: Palette.context.light, dark: Palette.context.dark)
    }

    struct LimitsReply: Encodable {
        let people: Int
        let months: Int
        let games: Int
        let futures: Int
        let seconds: Double
    }

    let version: String
    let limits: LimitsReply
    let places: [PlaceEntry]
    let regimes: [RegimeEntry]
    let levers = Lever.all.map(LeverEntry.init)
    let sections = LeverSection.allCases.map { Section(key: $0.rawValue, title: $0.title) }
    let parameters = Parameters.all.map(ParameterEntry.init)
    let observables = Observable.all.map(ObservableEntry.init)
    let themes = Theme.allCases.map { Section(key: "\($0)", title: $0.label) }
    let lessons: [LessonEntry]
    let tasks: [TaskEntry]
    let rungs = Rung.allCases.map(\.label)
    let ages = AgeGroup.allCases.map(\.label)
    let trust = Text(en: "mean trust in \(Self.trusted(\.en))", zh: "对\(Self.trusted(\.zh))的平均信任")
    let colours = Colours()

    /// - Throws: ``Refusal`` where a file of the library cannot be read: the library is then at fault.
    init(_ library: Library, _ teaching: Teaching, version: String, limits: Limits) throws(Refusal) {
        self.version = version
        (lessons, tasks) = (teaching.lessons, teaching.tasks.map(TaskEntry.init))
        self.limits = LimitsReply(
            people: limits.residents, months: limits.months, games: limits.games, futures: limits.futures,
            seconds: limits.seconds)
        var places: [PlaceEntry] = []
        for id in library.places { places.append(try PlaceEntry(id, library)) }
        var regimes: [RegimeEntry] = []
        for id in library.regimes { regimes.append(try RegimeEntry(id, library)) }
        (self.places, self.regimes) = (places, regimes)
    }

    private static func trusted(_ word: KeyPath<Text, String>) -> String {
        TrustSubject.allCases.map { $0.label[keyPath: word] }.joined(separator: word == \.zh ? "、" : ", ")
    }
}

/// A parameter of behaviour: the same in every game, and told so that a player sees what the model rests on.
struct ParameterEntry: Encodable {
    let key: String
    let symbol: String
    let meaning: Text
    let unit: String
    let range: [Double]
    let value: Double
    let source: String

    init(_ field: ParameterField) {
        (key, symbol, meaning, unit) = (field.key, field.symbol, field.meaning, field.unit)
        (range, value) = ([field.range.lowerBound, field.range.upperBound], field.defaultValue)
        source = [field.provenance.kind, field.provenance.detail].filter { !$0.isEmpty }.joined(separator: ": ")
    }
}

struct ObservableEntry: Encodable {
    let key: String
    let title: Text
    let meaning: Text
    let unit: String
    let formula: String
    let range: [Double]?
    let headline: Bool
    let theme: String

    init(_ observable: Observable) {
        (key, title, meaning) = (observable.key, observable.meaning, observable.meaning)
        (unit, formula) = (observable.unit, observable.formula)
        range = observable.range.map { [$0.lowerBound, $0.upperBound] }
        headline = Headlines.keys.contains(observable.key)
        theme = "\(Theme(of: observable.key))"
    }
}
