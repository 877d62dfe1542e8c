package dev.dateline;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** An installation with settings: delivery for those with a key, tokens of an issuer beside keys, fields of its own. */
public final class ConfiguredNewsroom implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("dateline.media.fetch", "false"),
                Map.entry("dateline.access.delivery", "key"),
                Map.entry("dateline.outbound.private-addresses", "false"),
                Map.entry("dateline.editorial.cors-origins", "https://tools.example.org"),
                Map.entry("mp.jwt.verify.issuer", Tokens.ISSUER),
                Map.entry("mp.jwt.verify.publickey", Tokens.PUBLIC_KEY),
                Map.entry("dateline.extensions.article", "src/test/resources/extensions/article.json"),
                Map.entry("dateline.extensions.tag", "src/test/resources/extensions/tag.json"),
                Map.entry("dateline.extensions.image", "src/test/resources/extensions/image.json"));
    }
}
