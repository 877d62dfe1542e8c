/** Delivery of the site: what a front end draws around every page. */
@org.jspecify.annotations.NullMarked
package dev.dateline.site;
