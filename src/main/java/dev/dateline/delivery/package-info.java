/** What every public read shares: validators, cache headers, cross-origin access. It knows no feature. */
@org.jspecify.annotations.NullMarked
package dev.dateline.delivery;
