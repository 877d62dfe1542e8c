package dev.dateline.delivery;

import org.jspecify.annotations.Nullable;

/** What {@code Accept-Encoding} says about gzip (RFC 9110 section 12.5.3). */
final class AcceptedEncodings {

    private AcceptedEncodings() {}

    /**
     * Whether the reader prefers gzip to the text as it is, or at least does not mind. An explicit weight for a coding
     * beats that of {@code *}; a header that refuses everything gets the text as it is.
     */
    static boolean preferGzip(@Nullable String header) {
        if (header == null || header.isEmpty()) {
            return false;
        }
        if (header.indexOf('q') < 0 && header.indexOf('Q') < 0) {
            return header.contains("gzip") || header.indexOf('*') >= 0;
        }
        double gzip = -1;
        double identity = -1;
        double any = -1;
        for (String member : header.split(",", -1)) {
            String[] parts = member.split(";", -1);
            double weight = weight(parts);
            switch (parts[0].strip().toLowerCase(java.util.Locale.ROOT)) {
                case "gzip", "x-gzip" -> gzip = weight;
                case "identity" -> identity = weight;
                case "*" -> any = weight;
                default -> {}
            }
        }
        double gzipWeight = gzip >= 0 ? gzip : Math.max(any, 0);
        return gzipWeight > 0 && gzipWeight >= identity;
    }

    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.regionMatches(true, 0, "q=", 0, 2)) {
                try {
                    return Double.parseDouble(parameter.substring(2));
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
