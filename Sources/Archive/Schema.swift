import Governance

/// The tables of `results.sqlite`, and views whose columns are those of the CSV files.
///
/// A run is written in one transaction, so it is there whole or not at all. `run.checksum` is the SHA-256 of its
/// content. Undefined values are NULL. `PRAGMA user_version` is the number of this layout.
enum Schema {
    static let version = 2
    /// `Cogv`: tells our files from other programs' SQLite files.
    static let applicationID = 0x436F_6776

    /// The statements that make an empty archive for those observables.
    static func statements(observables: [String]) -> String {
        let values = observables.map { "\(quoted($0)) REAL" }.joined(separator: ", ")
        let names = observables.map { "m.\(quoted($0))" }.joined(separator: ", ")
        return """
            PRAGMA application_id = \(applicationID);
            PRAGMA user_version = \(version);
            CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
            CREATE TABLE scenario (
                key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, hash TEXT NOT NULL, input TEXT NOT NULL);
            CREATE TABLE community (
                scenario INTEGER NOT NULL REFERENCES scenario, place INTEGER NOT NULL, id TEXT NOT NULL,
                PRIMARY KEY (scenario, place)) WITHOUT ROWID;
            CREATE TABLE run (
                key INTEGER PRIMARY KEY, scenario INTEGER NOT NULL REFERENCES scenario, replicate INTEGER NOT NULL,
                months INTEGER NOT NULL, communities INTEGER NOT NULL, seconds REAL NOT NULL, checksum TEXT NOT NULL,
                UNIQUE (scenario, replicate));
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
            CREATE VIEW series AS SELECT s.id AS scenario, r.replicate, m.month, \(names)
                FROM world_month m JOIN run r ON r.key = m.run JOIN scenario s ON s.key = r.scenario;
            CREATE VIEW communities AS SELECT s.id AS scenario, r.replicate, m.month, c.id AS community, \(names)
                FROM community_month m JOIN run r ON r.key = m.run JOIN scenario s ON s.key = r.scenario
                JOIN community c ON c.scenario = r.scenario AND c.place = m.community;
            CREATE VIEW money AS SELECT s.id AS scenario, r.replicate, t.month, f.name AS "from", g.name AS "to",
                p.name AS purpose, t.fen
                FROM transfer t JOIN run r ON r.key = t.run JOIN scenario s ON s.key = r.scenario
                JOIN account f ON f.key = t.payer JOIN account g ON g.key = t.payee
                JOIN purpose p ON p.key = t.purpose;
            """
    }

    /// How communities stand at the end; the whole has the place after the last community's.
    private static let standing =
        "CREATE TABLE standing (run INTEGER NOT NULL REFERENCES run, community INTEGER NOT NULL, "
        + Standing.measures.map { "\(quoted($0.key)) REAL, " }.joined() + "PRIMARY KEY (run, community)) WITHOUT ROWID;"

    /// The statements that make a layout of that number into the next; nil where there is no way.
    ///
    /// Runs of layout 1 do not tell how communities stand: they stay readable and are made again where they are wanted.
    static func migration(from version: Int) -> String? {
        version == 1 ? "\(standing) PRAGMA user_version = 2;" : nil
    }

    /// A name as SQL writes it, whatever is in it.
    static func quoted(_ name: String) -> String {
        "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
