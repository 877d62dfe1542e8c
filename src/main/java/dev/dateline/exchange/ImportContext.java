package dev.dateline.exchange;

import dev.dateline.json.InputReader;

/**
 * What a format needs to read a file.
 *
 * @param existing the tags that are here
 * @param inputs reads and validates as the editorial API does
 * @param publish whether a record that says nothing of its publication is published
 */
record ImportContext(ExistingTags existing, InputReader inputs, boolean publish) {}
