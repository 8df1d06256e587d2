import Governance

/// Numbers as files write them.
public enum NumberText {
    /// A decimal number such as 12, 0.5, -3 or 1e-4: no other bases, no underscores, no infinity.
    static func double(_ text: String) -> Double? {
        var rest = text.utf8[...]
        skipSign(&rest)
        guard skipWhole(&rest) else { return nil }
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            guard skipDigits(&rest) > 0 else { return nil }
        }
        if let mark = rest.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
            rest.removeFirst()
            skipSign(&rest)
            guard (1...3).contains(skipDigits(&rest)) else { return nil }
        }
        guard rest.isEmpty, let value = Double(text), value.isFinite else { return nil }
        return value
    }

    static func integer(_ text: String) -> Int? {
        var rest = text.utf8[...]
        skipSign(&rest)
        guard !rest.isEmpty, skipWhole(&rest), rest.isEmpty else { return nil }
        return Int(text)
    }

    private static func skipSign(_ rest: inout Substring.UTF8View) {
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest.removeFirst() }
    }

    /// Digits without a needless 0 before them, or none.
    private static func skipWhole(_ rest: inout Substring.UTF8View) -> Bool {
        let begins = rest.first == UInt8(ascii: "0")
        let count = skipDigits(&rest)
        return !begins || count == 1
    }

    private static func skipDigits(_ rest: inout Substring.UTF8View) -> Int {
        let count = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
        rest.removeFirst(count)
        return count
    }

    /// Yuan with at most two decimals, as fen, without going through binary fractions.
    static func fen(_ text: String) -> Int64? {
        var rest = text.utf8[...]
        guard !rest.isEmpty, skipWhole(&rest) else { return nil }
        let whole = text.utf8.count - rest.count
        var hundredths = "00"
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            let decimals = skipDigits(&rest)
            guard (1...2).contains(decimals) else { return nil }
            hundredths = text.suffix(decimals) + (decimals == 1 ? "0" : "")
        }
        guard rest.isEmpty, whole <= 12 else { return nil }
        return Int64(text.prefix(whole) + hundredths)
    }

    /// Without a needless ".0".
    public static func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : value.description
    }

    /// A sum without what binary fractions leave behind.
    static func rounded(_ value: Double) -> String { plain((value * 1e9).rounded() / 1e9) }

    static func range(_ range: ClosedRange<Double>) -> Text {
        let (low, high) = (plain(range.lowerBound), plain(range.upperBound))
        return Text(en: "a number from \(low) to \(high)", zh: "\(low) 至 \(high) 之间的数")
    }
}

extension Shape<Double> {
    static func number(_ range: ClosedRange<Double>) -> Shape {
        scalar(
            NumberText.range(range),
            schema: ["type": "number", "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound)],
            isNumber: true
        ) { text, isPlain in
            guard isPlain, let value = NumberText.double(text), range.contains(value) else { return nil }
            return value
        }
    }

    /// A share of a whole.
    static let share = number(0...1)
}

extension Shape<Int> {
    static func integer(_ range: ClosedRange<Int>) -> Shape {
        scalar(
            Text(
                en: "a whole number from \(range.lowerBound) to \(range.upperBound)",
                zh: "\(range.lowerBound) 至 \(range.upperBound) 之间的整数"),
            schema: ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)],
            isNumber: true
        ) { text, isPlain in
            guard isPlain, let value = NumberText.integer(text), range.contains(value) else { return nil }
            return value
        }
    }
}

extension Shape<Int64> {
    /// Money: yuan in the file, fen in the model.
    static let yuan = scalar(
        Text(
            en: "an amount in yuan from 0 to 999999999999.99 with at most 2 decimals",
            zh: "以元计的金额（0 至 999999999999.99，至多两位小数）"),
        schema: ["type": "number", "minimum": 0.0, "maximum": 999_999_999_999.99], isNumber: true
    ) { text, isPlain in isPlain ? NumberText.fen(text) : nil }
}

extension Shape<[Double]> {
    /// A share for each name, in the order of `names`, that sum to 1.
    static func shares(_ names: [(key: String, meaning: Text)]) -> Shape {
        let fields = names.enumerated().map { place, name in
            Field<[Double]>.required(name.key, \.[place], .share, name.meaning.en, name.meaning.zh)
        }
        let expected = Text(
            en: "shares of \(names.map(\.key).joined(separator: ", "))",
            zh: "\(names.map(\.key).joined(separator: "、")) 的占比")
        return object(expected, blank: [Double](repeating: 0, count: names.count), fields)
            .checked { values, tree, path, reading in
                let sum = values.reduce(0, +)
                guard reading.isClean(at: path), abs(sum - 1) > 1e-9 else { return }
                reading.refuse(
                    tree.place, path,
                    Text(en: "shares that sum to \(NumberText.rounded(sum))", zh: "合计为 \(NumberText.rounded(sum)) 的占比"),
                    Text(en: "shares that sum to 1", zh: "合计为 1 的占比"))
            }
    }

    static func shares<Names: Named>(of names: Names.Type) -> Shape {
        shares(Names.allCases.map { ($0.rawValue, $0.label) })
    }
}
