import Governance
import Scenarios

/// What is kept of a month that has been lived.
struct MonthSeen: Sendable {
    let date: YearMonth
    /// Values of all observables, in the order of ``Observable/all``; NaN where undefined.
    let series: [Double]
    let money: [MoneyFlow]
    let occurrences: [Occurrence]
    /// Fen that groups of a session would have spent, by who they are (``Purse``).
    let spent: [WorkshopTask.Who: Int64]
    /// For every resident its rung, then for every resident its mean trust, then its mean need; the latter two from 0 to 255.
    let frame: [UInt8]

    /// The month that the world has just lived.
    init(_ world: World, _ occurrences: [Occurrence]) {
        self.occurrences = occurrences
        date = world.date + -1
        series = world.observe()
        let flows = world.flows
        money = flows
        spent = Dictionary(
            uniqueKeysWithValues: WorkshopTask.Who.allCases.map { ($0, Purse(who: $0).spent(flows)) })
        frame = world.frame
    }

    /// Bytes that it takes, nearly.
    var bytes: Int { frame.count + series.count * 8 + (money.count + occurrences.count) * 100 }
}

extension World {
    fileprivate var frame: [UInt8] {
        let count = communities.reduce(0) { $0 + $1.residents.count }
        return [UInt8](unsafeUninitializedCapacity: 3 * count) { frame, filled in
            var place = 0
            for community in communities {
                let residents = community.residents
                for row in 0..<residents.count {
                    frame[place + row] = residents.rung[row]
                    frame[place + row + count] = UInt8(residents.trust[row].sum() * (255 / 4))
                    frame[place + row + 2 * count] = UInt8(residents.need[row].sum() * (255 / 8))
                }
                place += residents.count
            }
            filled = 3 * count
        }
    }

    /// Traits of all residents as they are now.
    var traits: [UInt8] {
        communities.flatMap { community in
            Array(UnsafeBufferPointer(start: community.residents.traits, count: community.residents.count))
        }
    }
}
