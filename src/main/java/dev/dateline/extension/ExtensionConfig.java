package dev.dateline.extension;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The newsroom's own fields. Each setting is a file with a JSON Schema (draft 2020-12) of an object: what it allows is taken under
 * {@code extensions}, and nothing else. Readers get the properties that have {@code "x-public": true}.
 */
@ConfigMapping(prefix = "dateline.extensions")
public interface ExtensionConfig {

    /** Of articles. What is public stands in cards too. */
    Optional<Path> article();

    /** Of tags. What is public stands in a tag's own page. */
    Optional<Path> tag();

    /** Of pictures in the library. What is public stands wherever the picture does. */
    Optional<Path> image();
}
