package dev.dateline.removal;

/** Told, in a transaction, when those are to hear of a removal once more who have not acknowledged it. */
public record Reminded(Removal removal) {}
