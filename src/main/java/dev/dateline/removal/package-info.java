/** Removals for legal reasons: who was told of each, and who has said that nothing is kept any more. */
@org.jspecify.annotations.NullMarked
package dev.dateline.removal;
