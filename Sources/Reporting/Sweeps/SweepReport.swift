import Analysis
public import Archive
import Governance

/// What a sweep shows, as a page: its design, how its observables go with each factor, and how precisely they are known.
public struct SweepReport: Sendable {
    let manifest: Manifest
    let standing: SweepStanding
    let ends: SweepEnds

    /// - Throws: ``ArchiveError``; `foreign` where the archive has no design.
    public init(_ archive: Archive, manifest: Manifest) throws(ArchiveError) {
        guard let design = try archive.design() else {
            throw .foreign(path: archive.path, reason: "it holds runs without a design")
        }
        let known = archive.observables
        let watched = design.watched.filter(known.contains)
        let shown = watched.isEmpty ? Headlines.keys.filter(known.contains) : watched
        self.manifest = manifest
        standing = try SweepStanding(archive, observables: shown)
        ends = try SweepEnds(archive, observables: shown)
    }

    /// Writes `report.html` into a folder, whole or not at all.
    ///
    /// - Parameter language: the one that the page shows first; it holds both.
    /// - Returns: its name.
    /// - Throws: ``ArchiveError`` `unwritable` or `full`.
    public func write(to folder: String, language: Language) throws(ArchiveError) -> String {
        try Page({ SweepChapter(report: self, language: $0) }, language: language).write(to: folder)
    }
}
