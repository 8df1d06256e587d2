import Governance

/// Bytes as text that YAML can be read from: UTF-8 without control characters, indented by spaces.
enum PlainText {
    /// The text of `bytes`, without a byte-order mark; or what keeps it from being one.
    ///
    /// - Parameter isTable: whether its values are but read one by one, as many as there are.
    static func decode(_ bytes: [UInt8], file: String, isTable: Bool = false) throws(ScenarioFaults) -> String {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var faults: [ScenarioFault] = []
        scan(bytes[start...], file: file) { faults.append($0) }
        if faults.isEmpty, let place = firstInvalidUTF8(bytes[start...], file: file) {
            faults.append(
                ScenarioFault(
                    place, "", found: Text(en: "bytes that are not UTF-8", zh: "非 UTF-8 的字节"), expected: expectedText))
        }
        let text = String(decoding: bytes[start...], as: UTF8.self)
        if faults.isEmpty, !isTable {
            faults = tooMuch(bytes[start...], file: file) + tooManyAliases(text, file: file)
        }
        guard faults.isEmpty else { throw ScenarioFaults(faults: faults) }
        return text
    }

    private static let expectedText = Text(en: "a text file in UTF-8", zh: "UTF-8 文本文件")
    /// Beyond this many faults of one kind the rest is not worth telling.
    private static let enough = 20

    /// Finds the first control character, and tabs in indentation.
    private static func scan(_ bytes: ArraySlice<UInt8>, file: String, report: (ScenarioFault) -> Void) {
        var (line, column, tabs) = (1, 1, 0)
        var isIndentation = true
        for byte in bytes {
            switch byte {
            case 0x0A: (line, column, isIndentation) = (line + 1, 0, true)
            case 0x09:
                if isIndentation, tabs < enough {
                    tabs += 1
                    report(
                        ScenarioFault(
                            Place(file: file, line: line, column: column), "",
                            found: Text(en: "a tab in the indentation", zh: "缩进中的制表符"),
                            expected: Text(en: "spaces", zh: "空格")))
                }
                isIndentation = false
            case 0x0D, 0x20: break
            case 0..<0x20, 0x7F:
                let name = "U+00" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
                return report(
                    ScenarioFault(
                        Place(file: file, line: line, column: column), "",
                        found: Text(en: "the control character \(name)", zh: "控制字符 \(name)"), expected: expectedText))
            default: isIndentation = false
            }
            // A byte that continues a scalar takes no column.
            if byte & 0xC0 != 0x80 { column += 1 }
        }
    }

    private static func firstInvalidUTF8(_ bytes: ArraySlice<UInt8>, file: String) -> Place? {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var (line, column) = (1, 1)
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue("\n"): (line, column) = (line + 1, 1)
            case .scalarValue: column += 1
            case .emptyInput: return nil
            case .error: return Place(file: file, line: line, column: column)
            }
        }
    }

    /// A city of ten million people has a quarter of them.
    private static let mostValues = 400_000

    /// Counts the marks that begin a value: each costs hundreds of bytes and some microseconds once the text is parsed.
    private static func tooMuch(_ bytes: ArraySlice<UInt8>, file: String) -> [ScenarioFault] {
        var (line, count) = (1, 0)
        for byte in bytes {
            switch byte {
            case 0x0A: (line, count) = (line + 1, count + 1)
            case 0x2C, 0x3A, 0x3F, 0x5B, 0x7B: count += 1
            default: continue
            }
            guard count > mostValues else { continue }
            return [
                ScenarioFault(
                    Place(file: file, line: line), "",
                    found: Text(en: "more than \(mostValues) values", zh: "超过 \(mostValues) 个值"), expected: expectedText
                )
            ]
        }
        return []
    }

    /// Aliases are refused one by one once the text is parsed; so many that parsing would take forever, before.
    private static func tooManyAliases(_ text: String, file: String) -> [ScenarioFault] {
        var (line, column, count) = (1, 1, 0)
        var first: Place?
        var last: Unicode.Scalar = "\n"
        var beforeLast: Unicode.Scalar = "\n"
        for scalar in text.unicodeScalars {
            if last == "*", isOfName(scalar), " \n[{,:-?".unicodeScalars.contains(beforeLast) {
                count += 1
                first = first ?? Place(file: file, line: line, column: column - 1)
            }
            (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
            (beforeLast, last) = (last, scalar)
        }
        guard count > 16, let first else { return [] }
        return [
            ScenarioFault(
                first, "", found: Text(en: "\(count) aliases", zh: "\(count) 个别名"), expected: Composer.noAnchors)
        ]
    }

    /// Whether a letter may begin an anchor's name.
    private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-"
    }
}
