/// In whose books money is moved.
///
/// Every process keeps the accounts of its own communities and their projects alone; those of funds, organisations, firms and the
/// outside world are known to all. What all decide together (`society`) each books for itself, and the first process
/// counts it among the month's flows. What communities of one process do (`communities`) is booked there; what it moved
/// in accounts known to all, the others learn when the month is closed.
enum Books {
    case society, communities
}

extension World {
    /// Money of a street's funds is decided by all where its communities live in several processes, else where they live.
    func books(of street: Int) -> Books { roster.isShared(street) ? .society : .communities }

    /// Books the money along a chain of accounts; nothing if it is 0.
    func pass(_ accounts: [String], _ purpose: Purpose, _ fen: Int64, in books: Books = .society) throws(ModelError) {
        guard fen != 0 else { return }
        for (from, to) in zip(accounts, accounts.dropFirst()) {
            try post(Transfer(from: from, to: to, purpose: purpose, fen: fen), in: books)
        }
    }

    /// Books a transfer.
    func post(_ transfer: Transfer, in books: Books) throws(ModelError) {
        do throws(LedgerError) {
            guard let company else { return try ledger.post(transfer) }
            try ledger.post(transfer, isCounted: books == .communities || company.isFirst)
            if books == .communities {
                told(transfer.from, -transfer.fen)
                told(transfer.to, transfer.fen)
            }
        } catch { throw .ledger(error) }
    }

    /// Notes what others have yet to hear of an account known to all.
    private func told(_ account: String, _ fen: Int64) {
        if !Account.isOfCommunity(account) { untold[account, default: 0] += fen }
    }

    /// Tells the others what the communities here have moved, and hears it of theirs; fen on the accounts of theirs.
    func settle() throws(ModelError) -> Int64 {
        guard let company else { return 0 }
        let own = Told(
            accounts: untold.keys.sorted(), fen: untold.sorted { $0.key < $1.key }.map(\.value),
            ownSum: ledger.sum(where: Account.isOfCommunity))
        untold.removeAll(keepingCapacity: true)
        var others: Int64 = 0
        for (process, bytes) in try company.gather("Closing", Self.packed(own)).enumerated()
        where process != company.place {
            let told = Self.unpacked(Told.self, bytes, specification)
            for (account, fen) in zip(told.accounts, told.fen) { ledger.adjust(account, by: fen) }
            others &+= told.ownSum
        }
        return others
    }
}

/// What a process tells of a month's money.
private struct Told: Codable {
    /// Accounts known to all, and by how many fen its communities changed them.
    let accounts: [String]
    let fen: [Int64]
    /// Fen on the accounts of its communities.
    let ownSum: Int64
}

extension Account {
    /// Whether it belongs to one community or its projects.
    static func isOfCommunity(_ account: String) -> Bool {
        account.hasPrefix("project:") || account.hasPrefix("committee:")
    }
}
