package dev.dateline.cache;

import java.util.List;

/** What {@code Accept-Encoding} says about gzip (RFC 9110 section 12.5.3). */
final class AcceptedEncodings {

    private AcceptedEncodings() {}

    /**
     * Whether the reader prefers gzip to the text as it is, or at least does not mind. An explicit weight for a coding
     * beats that of {@code *}; a header that refuses everything gets the text as it is.
     *
     * @param lines each value of the header
     */
    static boolean preferGzip(List<String> lines) {
        String header = lines.size() == 1 ? lines.get(0) : String.join(",", lines); // one list (RFC 9110 section 5.3)
        if (header.isEmpty()) {
            return false;
        }
        double gzip = -1;
        double identity = -1;
        double any = -1;
        int start = 0;
        while (start < header.length()) {
            int comma = header.indexOf(',', start);
            int end = comma < 0 ? header.length() : comma;
            int semicolon = header.indexOf(';', start);
            int nameEnd = semicolon >= 0 && semicolon < end ? semicolon : end;
            double weight = nameEnd == end ? 1 : weight(header.substring(nameEnd + 1, end));
            if (isAt(header, start, nameEnd, "gzip") || isAt(header, start, nameEnd, "x-gzip")) {
                gzip = weight;
            } else if (isAt(header, start, nameEnd, "identity")) {
                identity = weight;
            } else if (isAt(header, start, nameEnd, "*")) {
                any = weight;
            }
            start = end + 1;
        }
        double gzipWeight = gzip >= 0 ? gzip : Math.max(any, 0);
        return gzipWeight > 0 && gzipWeight >= identity;
    }

    /** Whether there is nothing but this coding between the two places, and space; every request is asked, so no copies. */
    private static boolean isAt(String header, int start, int end, String coding) {
        int from = start;
        int to = end;
        while (from < to && header.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && header.charAt(to - 1) <= ' ') {
            to--;
        }
        return to - from == coding.length() && header.regionMatches(true, from, coding, 0, coding.length());
    }

    private static double weight(String parameters) {
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
