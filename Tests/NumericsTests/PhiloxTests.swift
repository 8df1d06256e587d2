import Numerics
import Testing

@Suite("Philox 4x32-10")
struct PhiloxTests {
    /// The known answers that the authors publish with their Random123 library (file kat_vectors).
    @Test func publishedKnownAnswers() {
        let all = UInt32.max
        #expect(
            Philox.block((0, 0, 0, 0), key: (0, 0)) == (0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8))
        #expect(
            Philox.block((all, all, all, all), key: (all, all))
                == (0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD))
        #expect(
            Philox.block((0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344), key: (0xA409_3822, 0x299F_31D0))
                == (0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1))
    }

    /// One changed bit of counter or key changes about half of the 128 bits: 64 with standard deviation 5.7.
    @Test func everyBitMatters() {
        let base = Philox.block((1, 2, 3, 4), key: (5, 6))
        for bit in 0..<32 {
            let flip = UInt32(1) << UInt32(bit)
            for changed in [
                Philox.block((1 ^ flip, 2, 3, 4), key: (5, 6)), Philox.block((1, 2 ^ flip, 3, 4), key: (5, 6)),
                Philox.block((1, 2, 3 ^ flip, 4), key: (5, 6)), Philox.block((1, 2, 3, 4 ^ flip), key: (5, 6)),
                Philox.block((1, 2, 3, 4), key: (5 ^ flip, 6)), Philox.block((1, 2, 3, 4), key: (5, 6 ^ flip)),
            ] {
                let different =
                    (base.0 ^ changed.0).nonzeroBitCount + (base.1 ^ changed.1).nonzeroBitCount
                    + (base.2 ^ changed.2).nonzeroBitCount + (base.3 ^ changed.3).nonzeroBitCount
                #expect((32...96).contains(different))
            }
        }
    }
}
