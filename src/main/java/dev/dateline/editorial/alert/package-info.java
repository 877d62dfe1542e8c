/** Working copies of breaking-news alerts. */
@org.jspecify.annotations.NullMarked
package dev.dateline.editorial.alert;
