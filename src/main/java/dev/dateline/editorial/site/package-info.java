/** The working copy of the site. */
@org.jspecify.annotations.NullMarked
package dev.dateline.editorial.site;
