/// Files whose values are wrong.
extension Wrong {
    /// Values of the wrong kind or out of range.
    static let values = [
        Wrong("031-words-for-number", 4, 13, "institutions.taskLoad", "heavy", "a number from 0 to 1"),
        Wrong("032-number-in-quotes", 4, 13, "institutions.taskLoad", "the text “0.5”", "a number from 0 to 1"),
        Wrong("033-number-for-mapping", 2, 15, "institutions", "5", "a mapping of levers"),
        Wrong("034-list-for-mapping", 3, 3, "committees", "a list of 2", "a mapping that tells of the committees"),
        Wrong(
            "035-mapping-for-list", 4, 5, "people.communities", "a mapping with east", "a list of 1 or more communities"
        ),
        Wrong("036-yes-for-true", 4, 21, "institutions.rights.deliver", "yes", "true or false"),
        Wrong(
            "037-choice-misspelt", 4, 21, "institutions.serviceTargeting", "vulnerablefirst",
            "one of anyone, byNeed, vulnerableFirst", nearest: "vulnerableFirst"),
        Wrong("038-not-a-number", 4, 13, "institutions.taskLoad", ".nan", "a number from 0 to 1"),
        Wrong("039-infinity", 4, 13, "institutions.taskLoad", ".inf", "a number from 0 to 1"),
        Wrong("040-overflowing-exponent", 4, 13, "institutions.taskLoad", "1e999", "a number from 0 to 1"),
        Wrong("041-hexadecimal", 4, 11, "period.months", "0x10", "a whole number from 1 to 1200"),
        Wrong("042-octal", 4, 11, "period.months", "010", "a whole number from 1 to 1200"),
        Wrong("043-underscore", 6, 15, "people.communities.east.people", "1_000", "a whole number from 1 to 1000000"),
        Wrong("044-percent", 4, 13, "institutions.taskLoad", "90 %", "a number from 0 to 1"),
        Wrong("045-nothing-for-number", 4, 12, "institutions.taskLoad", "nothing", "a number from 0 to 1"),
        Wrong(
            "046-huge-integer", 6, 15, "people.communities.east.people", "99999999999999999999999",
            "a whole number from 1 to 1000000"),
        Wrong(
            "047-fraction-for-whole-number", 6, 15, "people.communities.east.people", "1000.5",
            "a whole number from 1 to 1000000"),
        Wrong(
            "048-too-many-people", 6, 15, "people.communities.east.people", "72000 residents of 16 and older",
            "at most 65000 in a community"),
        Wrong("049-nobody", 6, 15, "people.communities.east.people", "0", "a whole number from 1 to 1000000"),
        Wrong(
            "050-negative-money", 5, 13, "funds.shared.yearly", "-5000", "an amount in yuan from 0 to 999999999999.99"),
        Wrong(
            "051-money-with-three-decimals", 5, 13, "funds.shared.yearly", "5000.125",
            "an amount in yuan from 0 to 999999999999.99"),
        Wrong(
            "052-money-with-exponent", 5, 13, "funds.shared.yearly", "5e4",
            "an amount in yuan from 0 to 999999999999.99"),
        Wrong(
            "053-money-with-comma", 5, 13, "funds.shared.yearly", "10,000",
            "an amount in yuan from 0 to 999999999999.99"),
        Wrong(
            "054-money-beyond-measure", 5, 13, "funds.shared.yearly", "1000000000000",
            "an amount in yuan from 0 to 999999999999.99"),
        Wrong("055-share-above-one", 4, 13, "institutions.taskLoad", "1.5", "a number from 0 to 1"),
        Wrong("056-age-shares", 6, 12, "people.types.estate.age", "shares that sum to 0.9", "shares that sum to 1"),
        Wrong(
            "057-tenure-shares", 6, 15, "people.types.estate.tenure", "shares that sum to 1.3", "shares that sum to 1"),
        Wrong("058-age-share-missing", 23, 12, "people.types.estate.age.old", "no old", "60+ (a number from 0 to 1)"),
        Wrong(
            "059-template-shares", 3, 13, "publicService.template", "shares that sum to 1.375", "shares that sum to 1"),
        Wrong("060-payer-shares", 6, 7, "funds.shared.payers", "shares that sum to 0.5", "shares that sum to 1"),
        Wrong(
            "061-review-weights", 5, 11, "funds.shared.rule", "weights that sum to 1.3",
            "publicBenefit, feasibility and sustainability"),
        Wrong(
            "062-hours-spent-twice", 5, 5, "institutions.engagement",
            "engagement.committee with shares that sum to 1.2", "shares that sum to at most 1"),
        Wrong(
            "063-hours-spent-twice-after-event", 8, 7, "events.closing.institutions",
            "engagement.committee with shares that sum to 1.25", "shares that sum to at most 1"),
        Wrong(
            "064-too-many-ties", 6, 13, "people.types.estate.ties", "11 ties within the community",
            "building and community together at most 10"),
    ]

    /// Names that are not there, or twice.
    static let names = [
        Wrong(
            "065-unknown-community-type", 5, 13, "people.communities.east.type", "estates",
            "the id of a community type: estate", nearest: "estate"),
        Wrong("066-unknown-street", 5, 15, "people.communities.east.street", "high", "the id of a street: main"),
        Wrong(
            "067-unknown-group", 7, 26, "events.closing.communities.group", "pilots",
            "the id of a group: old-town, pilot", nearest: "pilot"),
        Wrong(
            "068-unknown-community", 4, 25, "organisations.helpers.communities[1]", "wset",
            "the id of a community: east, west", nearest: "west"),
        Wrong(
            "069-selection-by-bare-word", 7, 18, "events.closing.communities", "pilot",
            "all, {group: NAME}, or a list of communities'"),
        Wrong(
            "070-community-named-twice", 4, 31, "organisations.helpers.communities[2]", "east a second time",
            "each name once"),
        Wrong(
            "071-doubled-community", 40, 11, "people.communities.east.id", "east a second time (first in line 34)",
            "an id that no other community has"),
        Wrong(
            "071-doubled-community", 91, 19, "organisations.helpers.communities[0]", "west",
            "the id of a community: east"),
        Wrong(
            "071-doubled-community", 119, 41, "funds.gift.rule.communities[0]", "west", "the id of a community: east"),
        Wrong(
            "072-doubled-fund", 5, 9, "funds.gift.id", "gift a second time (first in line 3)",
            "an id that no other fund line has"),
        Wrong("073-id-with-space", 2, 5, "id", "two estates", "an id of small letters, digits and hyphens,"),
        Wrong("074-id-with-capital", 3, 7, "district.id", "North", "an id of small letters, digits and hyphens,"),
        Wrong("075-no-communities", 33, 16, "people.communities", "a list of 0", "a list of 1 or more communities"),
        Wrong("076-no-streets", 3, 12, "district.streets", "a list of 0", "a list of 1 or more streets"),
    ]
}
