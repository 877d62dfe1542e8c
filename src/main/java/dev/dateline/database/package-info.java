/** The PostgreSQL that Dateline brings along, for a run with nothing configured. */
@org.jspecify.annotations.NullMarked
package dev.dateline.database;
