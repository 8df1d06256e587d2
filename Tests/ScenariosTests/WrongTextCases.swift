/// Files that are no scenario, or whose keys are wrong.
extension Wrong {
    /// What cannot be read as one YAML document.
    static let text = [
        Wrong("001-empty", 1, 1, "", "an empty file", "a mapping with the keys of a scenario"),
        Wrong("002-only-comments", 1, 1, "", "an empty file", "a mapping with the keys of a scenario"),
        Wrong("003-binary-junk", 2, 1, "", "the control character U+0000", "a text file in UTF-8"),
        Wrong("004-invalid-utf8", 1, 9, "", "bytes that are not UTF-8", "a text file in UTF-8"),
        Wrong("005-utf-16", 1, 4, "", "the control character U+0000", "a text file in UTF-8"),
        Wrong("006-tab-indentation", 3, 1, "", "a tab in the indentation", "spaces"),
        Wrong("007-list-not-mapping", 1, 1, "", "a list of 2", "a mapping with the keys of a scenario"),
        Wrong("008-words-not-mapping", 1, 1, "", "this is no scenario", "a mapping with the keys of a scenario"),
        Wrong("009-two-documents", 2, 1, "", "a second document", "one document in a file"),
        Wrong("010-unclosed-quote", 4, 1, "", "malformed YAML", "well-formed YAML"),
        Wrong("011-unclosed-bracket", 4, 1, "", "malformed YAML", "well-formed YAML"),
        Wrong("012-bad-indentation", 4, 3, "", "malformed YAML", "well-formed YAML"),
        Wrong(
            "013-doubled-key", 6, 3, "institutions.taskLoad", "the key taskLoad a second time (first in line 4)",
            "each key once in a mapping"),
        Wrong(
            "014-doubled-key-in-line", 2, 49, "institutions.taskLoad",
            "the key taskLoad a second time (first in line 2)", "each key once in a mapping"),
        Wrong(
            "015-doubled-top-key", 5, 1, "id", "the key id a second time (first in line 2)",
            "each key once in a mapping"),
        Wrong("016-anchor-and-alias", 4, 13, "institutions.taskLoad", "the anchor &load", "the value written out"),
        Wrong("017-alias-bomb", 2, 8, "", "19 aliases", "the value written out"),
        Wrong("018-undefined-alias", 3, 13, "", "malformed YAML (found undefined alias)", "well-formed YAML"),
        Wrong("019-tag", 3, 13, "institutions.taskLoad", "the tag tag:yaml.org,2002:float", "a value without a tag"),
        Wrong(
            "020-merge-key", 3, 3, "institutions.<<", "the unknown key <<", "one of taskLoad, projectWorkers, rights,"),
        Wrong(
            "020-merge-key", 4, 13, "institutions.taskLoad", "0.5 without a source",
            "source: or assumed: beside it or above it, or"),
        Wrong("021-key-that-is-a-list", 2, 1, "", "a list of 2", "a key that is a word"),
        Wrong(
            "022-too-deep", 2, 40,
            "people[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]",
            "a value below 32 levels", "at most 32 levels"),
    ]

    /// Missing, misspelt and misplaced keys.
    static let keys = [
        Wrong("023-only-an-id", 1, 1, "title", "no title", "what people call it (a text with en and zh)"),
        Wrong("023-only-an-id", 1, 1, "summary", "no summary", "what it is about, in a few sentences"),
        Wrong("023-only-an-id", 1, 1, "sources", "no sources", "the literature and records it rests on"),
        Wrong("023-only-an-id", 1, 1, "period", "no period", "when it happens (a mapping)"),
        Wrong("023-only-an-id", 1, 1, "people", "no people", "who lives where"),
        Wrong("023-only-an-id", 1, 1, "committees", "no committees", "what every residents' committee has"),
        Wrong(
            "023-only-an-id", 1, 1, "publicService", "no publicService", "standard public service, the same everywhere"),
        Wrong("023-only-an-id", 1, 1, "district", "no district", "the district and its streets"),
        Wrong("024-missing-key", 18, 3, "people.adultShare", "no adultShare", "share of people who are 16 or older"),
        Wrong("025-missing-event-date", 3, 5, "events.closing.at", "no at", "the month in which it happens"),
        Wrong(
            "026-misspelt-top-key", 2, 1, "instituions", "the unknown key instituions",
            "one of id, title, summary, sources,", nearest: "institutions"),
        Wrong(
            "027-misspelt-lever", 5, 5, "institutions.monitoring.audti", "the unknown key audti",
            "one of audit, assessors, penalty, separation,", nearest: "audit"),
        Wrong(
            "028-unknown-lever", 4, 3, "institutions.participationBoost", "the unknown key participationBoost",
            "one of taskLoad, projectWorkers, rights,"),
        Wrong(
            "029-lever-out-of-its-group", 4, 3, "institutions.audit", "the unknown key audit",
            "one of taskLoad, projectWorkers, rights,", nearest: "monitoring.audit"),
        Wrong(
            "030-misspelt-key-in-listed-thing", 5, 5, "funds.shared.yaerly", "the unknown key yaerly",
            "one of id, name, payers, yearly,", nearest: "yearly"),
    ]
}
