package dev.dateline.editorial.embed;

import dev.dateline.content.EmbedConfig;
import dev.dateline.content.TrackingHosts;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sites that say what lies at an address of theirs (oEmbed 1.0), as the configuration names them. */
@Startup // so that a setting that cannot be is told at once
@Singleton
class EmbedProviders {

    private final Map<String, String> endpoints = new LinkedHashMap<>();

    EmbedProviders(EmbedConfig config) {
        for (String provider : config.providers()) {
            List<String> parts = List.of(provider.strip().split("\\s+"));
            if (parts.size() != 2 || !parts.get(1).matches("https?://[^/]+/\\S*")) {
                throw new IllegalStateException(
                        "dateline.embeds.providers must have a host and the address of its oEmbed service, such as"
                                + " \"vimeo.com https://vimeo.com/api/oembed.json\", and not \"" + provider + "\"");
            }
            endpoints.put(parts.get(0), parts.get(1));
        }
    }

    /** Where to ask about an address. */
    Optional<String> question(URI address) {
        return endpoints.entrySet().stream()
                .filter(provider -> TrackingHosts.isOf(address.toString(), provider.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .map(endpoint -> endpoint + (endpoint.contains("?") ? "&" : "?") + "format=json&url="
                        + URLEncoder.encode(address.toString(), StandardCharsets.UTF_8));
    }

    String names() {
        return String.join(", ", endpoints.keySet());
    }
}
