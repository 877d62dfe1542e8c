/** The forms in which others take news: feeds, linked data, ninjs, Markdown, sitemaps; each made of what JSON readers get. */
@org.jspecify.annotations.NullMarked
package dev.dateline.syndication;
