package dev.dateline.outbound;

import java.util.Map;

/**
 * What somebody else's server answered.
 *
 * @param headers by their names in lower case
 * @param body its beginning, read as UTF-8
 */
public record OutboundAnswer(int status, Map<String, String> headers, String body) {}
