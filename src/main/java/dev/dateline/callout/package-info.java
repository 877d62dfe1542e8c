/** Delivery of callouts: calls to act, such as "support the newsroom", each with a place and a time window. */
@org.jspecify.annotations.NullMarked
package dev.dateline.callout;
