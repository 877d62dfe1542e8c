package dev.dateline.exchange;

import java.util.List;

/**
 * How an import went.
 *
 * @param complete whether nothing failed
 * @param problems the first of them, in words
 */
public record ImportResult(boolean complete, String summary, List<String> problems) {}
