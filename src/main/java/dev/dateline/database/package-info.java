/** The embedded PostgreSQL, the read replica, and reads without a transaction. */
@org.jspecify.annotations.NullMarked
package dev.dateline.database;
