import Numerics
import Testing

@Suite("Student's t distribution")
struct StudentTTests {
    /// From printed tables: 97.5 % points of 1, 4 and 19 degrees.
    @Test(arguments: [(1.0, 12.7062), (4, 2.7764), (19, 2.0930)])
    func tables(degrees: Double, point: Double) {
        #expect(isClose(StudentT.quantile(0.975, degrees: degrees), to: point, within: 1e-4))
        #expect(isClose(StudentT.twoSided(point, degrees: degrees), to: 0.05, within: 1e-5))
        #expect(isClose(StudentT.twoSided(-point, degrees: degrees), to: 0.05, within: 1e-5))
    }

    @Test func farFromZeroNothingIsLeft() {
        #expect(StudentT.twoSided(.infinity, degrees: 3) == 0)
        #expect(StudentT.twoSided(0, degrees: 3) == 1)
    }
}
