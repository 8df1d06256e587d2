import Archive
import Governance
import Reporting

/// A game's results as tables; series and money as `cogov run` writes them, to the byte.
enum GameTable: String, CaseIterable {
    case series, money, events

    func text(of game: Game, side number: Int) throws(Refusal) -> String {
        let side = try game.side(number)
        let replicate = game.setup.replicate
        let key = "\(CSV.field(side.scenario.id)),\(replicate),"
        let months = side.lived.months.enumerated()
        switch self {
        case .series:
            return "scenario,replicate,month,\(CSV.line(Observable.all.map(\.key)))\n"
                + months.map { place, month in
                    key + "\(place + 1)" + month.series.map { "," + CSV.number($0) }.joined() + "\n"
                }.joined()
        case .money:
            return "scenario,replicate,month,from,to,purpose,fen\n"
                + months.flatMap { place, month in
                    month.money.map { key + "\(place + 1),\(CSV.line([$0.from, $0.to, $0.purpose])),\($0.fen)\n" }
                }.joined()
        case .events:
            let communities = side.scenario.specification.people.communities
            let names = Dictionary(communities.map { ($0.id, $0.name) }) { first, _ in first }
            return "scenario,replicate,month,kind,en,zh\n"
                + months.flatMap { place, month in
                    month.occurrences.map { occurrence in
                        let text = occurrence.text(names: names)
                        return key + "\(place + 1),\(CSV.line([occurrence.kind, text.en, text.zh]))\n"
                    }
                }.joined()
        }
    }
}
