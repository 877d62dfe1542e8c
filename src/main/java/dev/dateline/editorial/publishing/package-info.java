/** Publishes and withdraws: the only code that writes what the public sees; the schedule; what fills lists by rules. */
@org.jspecify.annotations.NullMarked
package dev.dateline.editorial.publishing;
