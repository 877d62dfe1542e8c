package dev.dateline;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** An installation with settings: delivery for those with a key, tokens of an issuer beside keys, fields of its own. */
public final class ConfiguredNewsroom implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "dateline.access.delivery",
                "key",
                "dateline.outbound.private-addresses",
                "false",
                "dateline.editorial.cors-origins",
                "https://tools.example.org",
                "mp.jwt.verify.issuer",
                Tokens.ISSUER,
                "mp.jwt.verify.publickey",
                Tokens.PUBLIC_KEY,
                "dateline.extensions.article",
                "src/test/resources/extensions/article.json",
                "dateline.extensions.tag",
                "src/test/resources/extensions/tag.json",
                "dateline.extensions.image",
                "src/test/resources/extensions/image.json");
    }
}
