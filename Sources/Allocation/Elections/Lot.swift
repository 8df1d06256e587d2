/// The lot of an id under a seed, a 64-bit hash of both: FNV-1a (Fowler, Noll and Vo, 1991), then the finisher of SplitMix64
/// (Steele, Lea and Flood, 2014).
func lot(_ id: String, seed: UInt64) -> UInt64 {
    var word: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
    for byte in id.utf8 { word = (word ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    word = (word ^ (word &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word &>> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word &>> 31)
}
