import Foundation
import Testing

@testable import Reporting

/// Colours of the page against their grounds by WCAG 2.2, and against one another by the eyes of people who see fewer colours.
@Suite("Colours")
struct PaletteTests {
    typealias Colour = SIMD3<Double>

    /// The variables of the page's style, in light and in dark, and on paper.
    private static let schemes: [[String: String]] = {
        let blocks = PageStyle.source.components(separatedBy: ":root {").dropFirst().map { block in
            block.prefix { $0 != "}" }.split(separator: ";").reduce(into: [String: String]()) { found, rule in
                let parts = rule.split(separator: ":").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
                if parts.count == 2 { found[parts[0]] = parts[1] }
            }
        }
        return Array(blocks)
    }()

    private func colour(_ text: String) -> Colour {
        if text.hasPrefix("#") {
            let number = Int(text.dropFirst(), radix: 16) ?? 0
            return Colour(Double(number >> 16), Double(number >> 8 & 255), Double(number & 255)) / 255
        }
        let parts = text.split(separator: " ").compactMap { Double($0) }
        return Colour(parts[0], parts[1], parts[2]) / 255
    }

    private func linear(_ colour: Colour) -> Colour {
        var result = colour
        for place in 0..<3 {
            result[place] = colour[place] <= 0.04045 ? colour[place] / 12.92 : pow((colour[place] + 0.055) / 1.055, 2.4)
        }
        return result
    }

    private func contrast(_ a: Colour, _ b: Colour) -> Double {
        let light = [a, b].map { (linear($0) * Colour(0.2126, 0.7152, 0.0722)).sum() }.sorted()
        return (light[1] + 0.05) / (light[0] + 0.05)
    }

    @Test("There are three schemes: light, dark, paper")
    func schemes() {
        #expect(Self.schemes.count == 3)
        for scheme in Self.schemes { #expect(scheme["--paper"] != nil && scheme["--s7"] != nil) }
    }

    @Test("Text stands out from every ground by 4.5 to 1, lines and marks from the page by 3 to 1", arguments: 0..<3)
    func contrasts(scheme place: Int) throws {
        let scheme = Self.schemes[place]
        func own(_ name: String) throws -> Colour { colour(try #require(scheme["--" + name])) }
        for (text, ground) in [
            ("ink", "paper"), ("ink", "shade"), ("quiet", "paper"), ("quiet", "shade"), ("link", "paper"),
        ] where scheme["--" + text] != nil {
            let found = contrast(try own(text), try own(ground))
            #expect(found >= 4.5, "\(text) on \(ground): \(found)")
        }
        for line in (0...7).map({ "s\($0)" }) + ["context"] {
            let found = contrast(try own(line), try own("paper"))
            #expect(found >= 3, "\(line): \(found)")
        }
        // The strongest shade of a table's cell, with the letters that stand on it.
        for shade in ["up", "down"] {
            let (paper, full) = (try own("paper"), try own(shade))
            let found = contrast(try own("ink"), paper * 0.58 + full * 0.42)
            #expect(found >= 4.5, "ink on \(shade): \(found)")
        }
    }

    /// Machado, Oliveira and Fernandes (2009), severity 1: protanopia, deuteranopia, tritanopia; on linear light.
    private static let eyes: [(name: String, rows: [Colour])] = [
        ("all colours", [Colour(1, 0, 0), Colour(0, 1, 0), Colour(0, 0, 1)]),
        (
            "protanopia",
            [
                Colour(0.152286, 1.052583, -0.204868), Colour(0.114503, 0.786281, 0.099216),
                Colour(-0.003882, -0.048116, 1.051998),
            ]
        ),
        (
            "deuteranopia",
            [
                Colour(0.367322, 0.860646, -0.227968), Colour(0.280085, 0.672501, 0.047413),
                Colour(-0.011820, 0.042940, 0.968881),
            ]
        ),
        (
            "tritanopia",
            [
                Colour(1.255528, -0.076749, -0.178779), Colour(-0.078411, 0.930809, 0.147602),
                Colour(0.004733, 0.691367, 0.303900),
            ]
        ),
    ]

    /// CIE L*a*b* of linear light, white D65.
    private func lab(_ light: Colour) -> Colour {
        let x = (light * Colour(0.4124564, 0.3575761, 0.1804375)).sum() / 0.95047
        let y = (light * Colour(0.2126729, 0.7151522, 0.0721750)).sum()
        let z = (light * Colour(0.0193339, 0.1191920, 0.9503041)).sum() / 1.08883
        let f = [x, y, z].map { $0 > 0.008856 ? cbrt($0) : 7.787 * $0 + 16.0 / 116 }
        return Colour(116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2]))
    }

    @Test(
        "Any two of eight lines differ by ten units of CIE Lab and more, whatever colours one sees",
        arguments: [Palette.light, Palette.dark])
    func apart(palette: [String]) {
        for eye in Self.eyes {
            let seen = palette.map { text -> Colour in
                let light = linear(colour(text))
                return lab(Colour(eye.rows.map { max(0, min(1, ($0 * light).sum())) }))
            }
            for a in seen.indices {
                for b in seen.indices where b > a {
                    let difference = seen[a] - seen[b]
                    let distance = (difference * difference).sum().squareRoot()
                    #expect(distance >= 10, "\(palette[a]) and \(palette[b]) by \(eye.name): \(distance)")
                }
            }
        }
    }
}
