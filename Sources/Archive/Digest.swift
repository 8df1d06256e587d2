import Crypto
import Foundation

/// SHA-256 as hexadecimal text: how inputs and results are recognised.
public enum Digest {
    /// The digest of a text's UTF-8 bytes.
    public static func sha256(of text: String) -> String { sha256(of: Array(text.utf8)) }

    public static func sha256(of bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }

    /// The digest of a file's content, read piece by piece.
    ///
    /// - Throws: the system's error if the file cannot be read.
    public static func sha256(ofFile path: String) throws -> String {
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? file.close() }
        var hash = SHA256()
        while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty { hash.update(data: piece) }
        return hexadecimal(hash.finalize())
    }

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
