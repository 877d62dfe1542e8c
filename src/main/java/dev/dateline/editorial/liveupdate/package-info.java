/** Working copies of the updates of live pages. */
@org.jspecify.annotations.NullMarked
package dev.dateline.editorial.liveupdate;
