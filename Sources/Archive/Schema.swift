import Governance

/// The tables of `results.sqlite`, and views whose columns are those of the CSV files, and the point.
///
/// A run is written in one transaction, so it is there whole or not at all. `run.checksum` is the SHA-256 of its
/// content. Undefined values are NULL. `PRAGMA user_version` is the number of this layout.
enum Schema {
    static let version = 3
    /// `Cogv`: tells our files from other programs' SQLite files.
    static let applicationID = 0x436F_6776

    /// The statements that make an empty archive for those observables.
    static func statements(observables: [String]) -> String {
        let values = observables.map { "\(quoted($0)) REAL" }.joined(separator: ", ")
        return """
            PRAGMA application_id = \(applicationID);
            PRAGMA user_version = \(version);
            CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
            CREATE TABLE scenario (
                key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, hash TEXT NOT NULL, input TEXT NOT NULL);
            CREATE TABLE community (
                scenario INTEGER NOT NULL REFERENCES scenario, place INTEGER NOT NULL, id TEXT NOT NULL,
                PRIMARY KEY (scenario, place)) WITHOUT ROWID;
            \(run("run"))
            CREATE TABLE world_month (
                run INTEGER NOT NULL REFERENCES run, month INTEGER NOT NULL, \(values), UNIQUE (run, month));
            CREATE TABLE community_month (
                run INTEGER NOT NULL REFERENCES run, month INTEGER NOT NULL, community INTEGER NOT NULL, \(values),
                UNIQUE (run, month, community));
            \(standing)
            CREATE TABLE account (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
            CREATE TABLE purpose (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
            CREATE TABLE transfer (
                run INTEGER NOT NULL REFERENCES run, month INTEGER NOT NULL, payer INTEGER NOT NULL,
                payee INTEGER NOT NULL, purpose INTEGER NOT NULL, fen INTEGER NOT NULL,
                PRIMARY KEY (run, month, payer, payee, purpose)) WITHOUT ROWID;
            \(sweep)
            \(views(observables: observables))
            """
    }

    /// The runs; `point` is 0 for a scenario as its files tell it, `kept` lists the months kept, empty for all.
    static func run(_ name: String) -> String {
        """
        CREATE TABLE \(name) (
            key INTEGER PRIMARY KEY, scenario INTEGER NOT NULL REFERENCES scenario, point INTEGER NOT NULL,
            replicate INTEGER NOT NULL, months INTEGER NOT NULL, kept TEXT NOT NULL, money INTEGER NOT NULL,
            communities INTEGER NOT NULL, seconds REAL NOT NULL, checksum TEXT NOT NULL,
            UNIQUE (scenario, point, replicate));
        """
    }

    /// How communities stand at the end; the whole has the place after the last community's.
    static let standing =
        "CREATE TABLE standing (run INTEGER NOT NULL REFERENCES run, community INTEGER NOT NULL, "
        + Standing.measures.map { "\(quoted($0.key)) REAL, " }.joined() + "PRIMARY KEY (run, community)) WITHOUT ROWID;"

    /// What is varied and the points' values, a number or a word; who writes here, and which runs they have in hand.
    ///
    /// A claim with a reason is of a run that failed in a month.
    static let sweep = """
        CREATE TABLE factor (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, input TEXT NOT NULL);
        CREATE TABLE point (number INTEGER PRIMARY KEY, hash TEXT NOT NULL);
        CREATE TABLE factor_value (
            point INTEGER NOT NULL REFERENCES point, factor INTEGER NOT NULL REFERENCES factor, number REAL, word TEXT,
            PRIMARY KEY (point, factor)) WITHOUT ROWID;
        CREATE TABLE holder (
            key INTEGER PRIMARY KEY AUTOINCREMENT, process TEXT NOT NULL, cores INTEGER NOT NULL);
        CREATE TABLE claim (
            scenario INTEGER NOT NULL REFERENCES scenario, point INTEGER NOT NULL, replicate INTEGER NOT NULL,
            holder INTEGER NOT NULL REFERENCES holder, month INTEGER, reason TEXT,
            PRIMARY KEY (scenario, point, replicate)) WITHOUT ROWID;
        """

    static func views(observables: [String]) -> String {
        let names = observables.map { "m.\(quoted($0))" }.joined(separator: ", ")
        return """
            CREATE VIEW series AS SELECT s.id AS scenario, r.point, r.replicate, m.month, \(names)
                FROM world_month m JOIN run r ON r.key = m.run JOIN scenario s ON s.key = r.scenario;
            CREATE VIEW communities AS SELECT s.id AS scenario, r.point, r.replicate, m.month, c.id AS community, \(names)
                FROM community_month m JOIN run r ON r.key = m.run JOIN scenario s ON s.key = r.scenario
                JOIN community c ON c.scenario = r.scenario AND c.place = m.community;
            CREATE VIEW money AS SELECT s.id AS scenario, r.point, r.replicate, t.month, f.name AS "from",
                g.name AS "to", p.name AS purpose, t.fen
                FROM transfer t JOIN run r ON r.key = t.run JOIN scenario s ON s.key = r.scenario
                JOIN account f ON f.key = t.payer JOIN account g ON g.key = t.payee
                JOIN purpose p ON p.key = t.purpose;
            CREATE VIEW points AS SELECT v.point, f.id AS factor, v.number, v.word
                FROM factor_value v JOIN factor f ON f.place = v.factor;
            """
    }

    /// A name as SQL writes it, whatever is in it.
    static func quoted(_ name: String) -> String {
        "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
