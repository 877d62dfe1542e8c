package dev.dateline.exchange;

/**
 * What an import is asked for beside its file.
 *
 * @param publish whether records that say nothing of their publication are published
 * @param pictures whether the pictures that records show are fetched from the web into the library
 */
public record ImportOptions(boolean publish, boolean pictures) {}
