package dev.dateline.exchange;

import java.util.List;

/**
 * Records that have been read and are still to be written.
 *
 * @param isLarge whether they take so much memory that nothing should be read beside them
 */
record ImportBatch(List<ImportLine> lines, long bytesRead, boolean isLarge) {}
