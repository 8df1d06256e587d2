/// Many tests at once, by Holm's method.
///
/// Rejecting where the adjusted p-value is at most `alpha` wrongly rejects one true hypothesis or more with a probability of
/// at most `alpha`, however the tests depend on one another. Source: Holm (1979).
public enum Holm {
    /// Adjusted p-values in the order of those given: with p_(1) <= ... <= p_(m), the adjusted p_(i) is the largest of
    /// min(1, (m - j + 1) p_(j)) over j <= i. Where none is given (no test could be made) there is none, and it does not
    /// count in m.
    public static func adjusted(_ values: [Double?]) -> [Double?] {
        let order = values.indices.filter { values[$0] != nil }.sorted { (values[$0] ?? 1) < (values[$1] ?? 1) }
        var adjusted = [Double?](repeating: nil, count: values.count)
        var largest = 0.0
        for (rank, place) in order.enumerated() {
            largest = max(largest, min(1, Double(order.count - rank) * (values[place] ?? 1)))
            adjusted[place] = largest
        }
        return adjusted
    }
}
