/** Working copies of callouts. */
@org.jspecify.annotations.NullMarked
package dev.dateline.editorial.callout;
