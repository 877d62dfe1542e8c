package dev.dateline.syndication;

import java.util.List;
import org.jsoup.Jsoup;

/**
 * A sound or a film in a text.
 *
 * @param medium {@code audio} or {@code video}
 */
record Recording(String url, String mediaType, String medium) {

    static List<Recording> in(String html) {
        if (!html.contains("<audio") && !html.contains("<video")) {
            return List.of();
        }
        return Jsoup.parseBodyFragment(html).select("audio[src], video[src]").stream()
                .map(element -> of(element.attr("src"), element.tagName()))
                .toList();
    }

    private static Recording of(String url, String medium) {
        String promised = MediaType.of(url);
        return new Recording(
                url, promised.isEmpty() ? medium + (medium.equals("audio") ? "/mpeg" : "/mp4") : promised, medium);
    }
}
