import Foundation
import Governance
import Reporting

/// The language of help and messages: that of `--language`, else of the locale.
///
/// Help is made before the command line is parsed, so the option is looked for by hand.
let tongue: Language = {
    let words = CommandLine.arguments
    for (word, next) in zip(words, words.dropFirst() + [""]) {
        if word == "--language", let asked = Language(rawValue: next) { return asked }
        if word.hasPrefix("--language="), let asked = Language(rawValue: String(word.dropFirst(11))) { return asked }
    }
    return Language(locale: ProcessInfo.processInfo.environment)
}()

/// A text in the language of this process.
func said(_ en: String, _ zh: String) -> String { Text(en: en, zh: zh)[tongue] }

extension Language {
    /// The language that the environment's locale asks for: Chinese for `zh`, else English.
    init(locale environment: [String: String]) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        self = locale?.hasPrefix("zh") == true ? .zh : .en
    }
}
