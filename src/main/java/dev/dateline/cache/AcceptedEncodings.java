package dev.dateline.cache;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code Accept-Encoding} says (RFC 9110 section 12.5.3). */
final class AcceptedEncodings {

    private static final double UNSAID = -1;

    private AcceptedEncodings() {}

    /**
     * The coding that the reader likes best, or null for the text as it is. Of several that they like alike, the first of the
     * choice. An explicit weight for a coding beats that of {@code *}; a header that refuses
     * everything gets the text as it is.
     *
     * @param lines each value of the header
     */
    static @Nullable ContentCoding preferred(List<String> lines, List<ContentCoding> choice) {
        String header = lines.size() == 1 ? lines.get(0) : String.join(",", lines); // one list (RFC 9110 section 5.3)
        if (header.isEmpty()) {
            return null;
        }
        double best = Math.max(weight(header, "identity", UNSAID), Double.MIN_VALUE);
        double any = weight(header, "*", 0);
        ContentCoding preferred = null;
        for (ContentCoding coding : choice) {
            double weight = weight(header, coding.token(), any);
            if (weight > best || (weight == best && preferred == null)) {
                best = weight;
                preferred = coding;
            }
        }
        return preferred;
    }

    /** Of one coding; every request is asked, so no copies. */
    private static double weight(String header, String coding, double otherwise) {
        int start = 0;
        while (start < header.length()) {
            int comma = header.indexOf(',', start);
            int end = comma < 0 ? header.length() : comma;
            int semicolon = header.indexOf(';', start);
            int nameEnd = semicolon >= 0 && semicolon < end ? semicolon : end;
            if (isAt(header, start, nameEnd, coding)) {
                return nameEnd == end ? 1 : quality(header.substring(nameEnd + 1, end));
            }
            start = end + 1;
        }
        return otherwise;
    }

    /** Whether there is nothing but this coding between the two places, and space. {@code x-gzip} is gzip (section 8.4.1.3). */
    private static boolean isAt(String header, int start, int end, String coding) {
        int from = start;
        int to = end;
        while (from < to && header.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && header.charAt(to - 1) <= ' ') {
            to--;
        }
        if (header.regionMatches(true, from, "x-gzip", 0, 6)) {
            from += 2;
        }
        return to - from == coding.length() && header.regionMatches(true, from, coding, 0, coding.length());
    }

    private static double quality(String parameters) {
        for (String parameter : parameters.split(";", -1)) {
            String text = parameter.strip();
            if (text.regionMatches(true, 0, "q=", 0, 2)) {
                try {
                    return Double.parseDouble(text.substring(2));
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
