/// Files that break a rule of the format.
extension Wrong {
    /// Dates, review months, rules of allocation, events.
    static let rules = [
        Wrong("077-review-month-13", 5, 18, "funds.shared.reviewMonth", "13", "a whole number from 1 to 12"),
        Wrong("078-review-month-0", 5, 18, "funds.shared.reviewMonth", "0", "a whole number from 1 to 12"),
        Wrong("079-no-months", 3, 19, "period.months", "0", "a whole number from 1 to 1200"),
        Wrong("080-too-many-months", 3, 19, "period.months", "1201", "a whole number from 1 to 1200"),
        Wrong("081-negative-burn-in", 3, 19, "period.burnIn", "-1", "a whole number from 0 to 120"),
        Wrong("082-date-without-zero", 3, 10, "period.start", "2010-3", "a month written YYYY-MM, from 1900-01 to"),
        Wrong("083-date-with-day", 3, 10, "period.start", "2010-03-01", "a month written YYYY-MM, from 1900-01 to"),
        Wrong("084-month-13", 3, 10, "period.start", "2010-13", "a month written YYYY-MM, from 1900-01 to"),
        Wrong("085-date-long-ago", 3, 10, "period.start", "0010-03", "a month written YYYY-MM, from 1900-01 to"),
        Wrong(
            "086-event-before-start", 4, 9, "events.closing.at", "2010-02, outside the run",
            "a month from 2010-03 to 2012-02"),
        Wrong(
            "087-event-after-end", 4, 9, "events.closing.at", "2012-03, outside the run",
            "a month from 2010-03 to 2012-02"),
        Wrong(
            "088-fund-after-end", 5, 11, "funds.shared.from", "2012-03, outside the run",
            "a month from 2009-09 to 2012-02"),
        Wrong(
            "089-fund-ends-before-it-begins", 5, 12, "funds.shared.until", "2009-08, before from", "2009-09 or later"),
        Wrong(
            "090-organisation-before-burn-in", 4, 11, "organisations.helpers.from", "2009-08, outside the run",
            "a month from 2009-09 to 2012-02"),
        Wrong(
            "091-unknown-rule", 5, 18, "funds.shared.rule.kind", "weightedreviews",
            "one of equalSplit, weightedReview, earmark, discretion, jury, ballot, tender, vouchers",
            nearest: "weightedReview"),
        Wrong("092-rule-without-kind", 4, 11, "funds.gift.rule", "equalSplit", "a rule with kind: one of equalSplit,"),
        Wrong("093-key-of-another-rule", 5, 30, "funds.shared.rule.opinion", "the unknown key opinion", "one of kind"),
        Wrong(
            "094-unknown-proposer", 5, 17, "funds.shared.proposers[0]", "resident",
            "one of committee, socialOrganisation,", nearest: "residents"),
        Wrong(
            "095-no-proposers", 5, 16, "funds.shared.proposers", "a list of 0", "a list of 1 or more kinds of proposer"),
        Wrong(
            "096-unknown-payer", 6, 19, "funds.shared.payers[0].account", "the text “outside:donor”",
            "one of outside:city-budget,", nearest: "outside:donors"),
        Wrong("097-event-without-levers", 7, 19, "events.closing.institutions", "no lever", "one lever or more"),
    ]

    /// Rules that join several places.
    static let joined = [
        Wrong(
            "119-earmark-for-outsiders", 137, 41, "funds.gift.rule.communities[0]",
            "west, which takes no part in the line", "a community among the line's", inFile: "../right.yaml"),
        Wrong(
            "120-parameter-with-misplaced-wording", 142, 3, "parameters.experimental", "the unknown key experimental",
            "one of"),
        Wrong(
            "120-parameter-with-misplaced-wording", 142, 3, "parameters", "behavioural parameters",
            "none, or experimental: in the file with words"),
        Wrong(
            "121-parameter-out-of-range", 4, 24, "parameters.budget.gateCentre", "40", "a number from 0.21 to 0.49"),
        Wrong(
            "122-parameter-without-source", 3, 24, "parameters.budget.gateCentre", "0.4 without a source",
            "source: or assumed: beside it or above it, or"),
    ]

    /// Ballots, juries and tenders that cannot be.
    static let counted = [
        Wrong(
            "123-completion-on-greedy", 5, 56, "funds.shared.rule.completion", "completion with counting: greedy",
            "counting: equalShares, to which it belongs; of greedy can be set: satisfaction"),
        Wrong(
            "124-borda-without-ranking", 5, 63, "funds.shared.rule.satisfaction", "borda with ballot: approval",
            "ballot: ordinal, or another satisfaction"),
        Wrong(
            "125-meeting-without-delegates", 5, 11, "funds.shared.rule.delegates", "a meeting to which nobody comes",
            "delegates of 1 or more, or electorate: open"),
        Wrong(
            "126-counting-misspelt", 5, 36, "funds.shared.rule.counting", "equal-shares", "one of greedy,",
            nearest: "equalShares"),
        Wrong(
            "127-tender-weights", 5, 11, "funds.shared.rule", "weights that sum to 1.1",
            "price and quality that sum to 1"),
        Wrong(
            "128-tender-without-judges", 5, 11, "funds.shared.rule", "quality that nobody judges",
            "experts, committee or residents of 1 or more"),
        Wrong(
            "129-tender-without-bidders", 5, 61, "funds.shared.rule.bidders", "3 bidders where at most 1 can bid",
            "fewer bidders, more proposers, or more social organisations"),
        Wrong(
            "130-setting-of-phragmen", 5, 60, "funds.shared.rule.satisfaction", "satisfaction with counting: phragmen",
            "of phragmen can be set: nothing"),
        Wrong(
            "131-quota-missing", 5, 77, "funds.shared.rule.quotas.coordinators", "no coordinators",
            "seats of coordinators"),
    ]

    /// Numbers without a source, parameters, titles, extended files.
    static let sources = [
        Wrong(
            "098-number-without-source", 3, 13, "institutions.taskLoad", "0.5 without a source",
            "source: or assumed: beside it or above it, or"),
        Wrong(
            "099-source-of-another-mapping", 4, 23, "institutions.monitoring.audit", "0.5 without a source",
            "source: or assumed: beside it or above it, or"),
        Wrong(
            "100-source-for-the-whole-file", 2, 1, "assumed", "the unknown key assumed",
            "one of id, title, summary, sources,"),
        Wrong(
            "100-source-for-the-whole-file", 4, 13, "institutions.taskLoad", "0.5 without a source",
            "source: or assumed: beside it or above it, or"),
        Wrong(
            "101-source-and-assumed", 4, 3, "institutions.assumed", "both source and assumed",
            "one of them; for a single number, {value:"),
        Wrong(
            "102-source-without-words", 3, 11, "institutions.source", "2020",
            "words: who says so and what, or why it is"),
        Wrong(
            "103-source-misspelt-at-value", 3, 21, "institutions.taskLoad", "0.5 without a source",
            "source: or assumed: beside it or above it, or"),
        Wrong(
            "103-source-misspelt-at-value", 3, 26, "institutions.taskLoad.sorce", "the unknown key sorce",
            "value with source or assumed", nearest: "source"),
        Wrong("104-value-of-many", 4, 21, "institutions.taskLoad", "a list of 2", "a number from 0 to 1"),
        Wrong(
            "105-parameter-in-plain-scenario", 142, 3, "parameters", "behavioural parameters",
            "none, or experimental: in the file with words"),
        Wrong(
            "106-unknown-parameter", 4, 12, "parameters.budget.gateCenter", "the unknown key gateCenter",
            "one of gateCentre, gateWidth,", nearest: "gateCentre"),
        Wrong("107-title-in-one-language", 3, 8, "title.zh", "no zh", "the text in Chinese (a text that is not blank)"),
        Wrong("108-title-without-languages", 2, 8, "title", "Two estates", "a text with en and zh"),
        Wrong("109-blank-title", 2, 13, "title.en", "the text “  ”", "a text that is not blank"),
        Wrong("110-no-sources", 2, 10, "sources", "a list of 0", "a list of 1 or more texts"),
        Wrong(
            "111-extends-itself", 1, 10, "extends", "111-extends-itself.yaml, which extends this file",
            "a file that does not lead back here"),
        Wrong(
            "112-cycle", 1, 10, "extends", "112-cycle.yaml, which extends this file",
            "a file that does not lead back here", inFile: ".other"),
        Wrong("113-extends-nothing", 1, 10, "extends", "no file at ", "a readable scenario file"),
        Wrong("114-extends-directory", 1, 10, "extends", "a directory at ", "a readable scenario file"),
        Wrong("115-extends-absolute", 1, 10, "extends", "/etc/passwd", "a path relative to this file"),
        Wrong("116-extends-list", 1, 10, "extends", "a list of 1", "a path relative to this file"),
        Wrong(
            "117-fault-in-extended-file", 3, 19, "period.months", "none", "a whole number from 1 to 1200",
            inFile: ".base"),
        Wrong("118-many-faults", 2, 5, "id", "Two", "an id of small letters, digits and hyphens,"),
        Wrong("118-many-faults", 4, 19, "period.months", "0", "a whole number from 1 to 1200"),
        Wrong("118-many-faults", 6, 13, "institutions.taskLoad", "2", "a number from 0 to 1"),
        Wrong("118-many-faults", 7, 21, "institutions.rights.deliver", "maybe", "true or false"),
        Wrong(
            "118-many-faults", 8, 3, "institutions.monitring", "the unknown key monitring",
            "one of taskLoad, projectWorkers, rights,", nearest: "monitoring"),
    ]
}
