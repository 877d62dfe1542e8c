/** The change log for clients: page by page, and as a stream. */
@org.jspecify.annotations.NullMarked
package dev.dateline.changefeed;
