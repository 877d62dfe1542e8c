package dev.dateline.removal;

import java.util.List;

/**
 * Told, in a transaction, when receivers are to hear of a removal once more.
 *
 * @param receipts of those who have not acknowledged it
 */
public record Reminded(Removal removal, List<RemovalReceipt> receipts) {}
