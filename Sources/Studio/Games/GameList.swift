/// The games that there are, as far as the page lists them.
struct GameList: Encodable {
    struct Entry: Encodable {
        let id: String
        let title: String
        let place: String?
        let regimes: [String?]
        let months: Int
    }

    let games: [Entry]

    init(_ shelf: Shelf) {
        games = shelf.ids.compactMap { id in
            guard let setup = shelf.setup(id) else { return nil }
            return Entry(
                id: id, title: setup.title, place: setup.place,
                regimes: setup.sides.filter { $0.parent == nil }.map(\.regime), months: setup.months)
        }
    }
}
