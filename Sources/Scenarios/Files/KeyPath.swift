/// How a place in a scenario is named: keys with dots between, a listed thing by its id, else by its number from 0.
enum KeyPath {
    static func key(_ path: String, _ key: String) -> String { path.isEmpty ? key : path + "." + key }

    static func item(_ path: String, _ id: String?, _ number: Int) -> String {
        id.map { key(path, $0) } ?? path + "[\(number)]"
    }
}
