/** One public read from request to answer: from memory, or computed once for all who ask the same. */
@org.jspecify.annotations.NullMarked
package dev.dateline.delivery;
