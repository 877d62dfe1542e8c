/** Finishes the two OpenAPI documents: everything that operations have in common is said here, once. */
@org.jspecify.annotations.NullMarked
package dev.dateline.contract;
