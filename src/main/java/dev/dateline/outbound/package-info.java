/** Requests to other people's servers, whose addresses somebody typed in. */
@org.jspecify.annotations.NullMarked
package dev.dateline.outbound;
