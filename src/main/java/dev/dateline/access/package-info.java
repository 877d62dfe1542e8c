/** Who may do what: API keys, bearer tokens, roles. */
@org.jspecify.annotations.NullMarked
package dev.dateline.access;
