package dev.dateline.removal;

/**
 * Told, in the transaction that withdraws it, when something is removed for a legal reason: whatever must go with it goes in the same
 * transaction.
 */
public record Removed(Removal removal) {}
