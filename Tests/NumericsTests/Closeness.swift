/// Whether a number is there and no further than `distance` from the expected one.
func isClose(_ found: Double?, to expected: Double, within distance: Double) -> Bool {
    guard let found else { return false }
    return abs(found - expected) <= distance
}
