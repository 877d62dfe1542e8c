/** Tells a CDN what has changed. */
@org.jspecify.annotations.NullMarked
package dev.dateline.cdn;
