/** What a partner may have: which part of what is public a key is shown, and nothing of the rest. */
@org.jspecify.annotations.NullMarked
package dev.dateline.entitlement;
