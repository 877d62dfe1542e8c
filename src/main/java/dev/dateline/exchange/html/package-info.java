/** HTML of any origin as blocks, with an account of everything in it that has no place in an article. */
@org.jspecify.annotations.NullMarked
package dev.dateline.exchange.html;
