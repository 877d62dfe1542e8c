package dev.dateline.delivery;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** From where editorial may be used. */
@ConfigMapping(prefix = "dateline.editorial")
interface EditorialConfig {

    /** Origins whose pages may use the editorial API from a browser, with commas between them; none when left out. */
    Optional<List<String>> corsOrigins();
}
