/** Working copies of fronts. */
@org.jspecify.annotations.NullMarked
package dev.dateline.editorial.front;
