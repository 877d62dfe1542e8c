/** What publishing leaves behind for every kind: addresses, withdrawals, past states. */
@org.jspecify.annotations.NullMarked
package dev.dateline.published;
