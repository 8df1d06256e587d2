/// Stable identities: who an agent is does not depend on when it was made or where it stands in a list.
public enum Identity {
    /// The 64-bit FNV-1a hash of a text's UTF-8 bytes, finished by a mixer so that near names are far apart.
    /// Sources: Fowler, Noll and Vo (FNV-1a, 1991); the mixer is Stafford's variant 13 of MurmurHash3's.
    public static func hash(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return mix(hash)
    }

    /// The identity of something that belongs to `whole` and is told from its like by `parts` (kind, year, slot ...).
    public static func compose(_ whole: UInt64, _ parts: UInt64...) -> UInt64 {
        parts.reduce(whole) { mix($0 &* 0x9E37_79B9_7F4A_7C15 &+ $1) }
    }

    /// A bijection of 64-bit words in which every input bit changes about half the output bits.
    @inlinable
    public static func mix(_ word: UInt64) -> UInt64 {
        var z = word
        z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z &>> 31)
    }
}
