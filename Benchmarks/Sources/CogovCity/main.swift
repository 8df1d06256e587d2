import Foundation
import Towns

@testable import Governance

// A city in one run, with every mechanism at work: how long it takes to be founded and to live, year by year, what part of that is recording,
// and how much memory it takes at the start and at the end. Arguments: residents (10 million), communities (8,000), months (120),
// threads (2).

let given = CommandLine.arguments.dropFirst().compactMap { Int($0) }
func argument(_ place: Int, _ usual: Int) -> Int { place < given.count ? given[place] : usual }
let (residents, communities) = (argument(0, 10_000_000), argument(1, 8_000))
let (months, threads) = (argument(2, 120), argument(3, 2))

func seconds(_ work: () throws -> Void) rethrows -> Double {
    let began = ContinuousClock.now
    try work()
    let parts = (ContinuousClock.now - began).components
    return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
}

func told(_ text: String) { print(text); fflush(stdout) }

let empty = residentBytes()
let specification = Town.everything(residents: residents, community: residents / communities)
var founded: World?
let founding = try seconds {
    founded = try World(founding: specification, seed: 1, replicate: 0, threads: threads)
}
guard let world = founded else { exit(1) }
let people = Double(specification.residentCount)
told(
    String(
        format: "%d residents in %d communities, founded in %.1f s: %.1f bytes each, ties included",
        specification.residentCount,
        world.communityIDs.count, founding, Double(residentBytes() - empty) / people))

var (living, recording) = (0.0, 0.0)
for year in 0..<(months + 11) / 12 {
    let count = min(12, months - 12 * year)
    var own = 0.0
    for _ in 0..<count {
        own += try seconds { try world.advance() }
        // What a run keeps of a month: the whole, and each community.
        recording += seconds {
            _ = world.observe()
            for place in world.communityIDs.indices { _ = world.observe(community: place) }
        }
    }
    living += own
    told(
        String(
            format: "  year %2d: %6.1f ns a resident and month, %.1f bytes each", year + 1,
            own * 1e9 / people / Double(count),
            Double(residentBytes() - empty) / people))
}
told(
    String(
        format:
            "%d months on %d threads in %.1f s (%.1f ns a resident and month); recording every month of every community: %.1f s, %.1f %%",
        months, threads, living, living * 1e9 / people / Double(months), recording,
        100 * recording / (living + recording)))
