/** Tags: what articles are about and who wrote them. Reference data that both halves link to. */
@org.jspecify.annotations.NullMarked
package dev.dateline.tag;
