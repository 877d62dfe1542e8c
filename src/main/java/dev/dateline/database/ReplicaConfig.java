package dev.dateline.database;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where public reads go. While a replica lags behind what this node knows, its readers are served by the primary. */
@ConfigMapping(prefix = "dateline.delivery.datasource")
interface ReplicaConfig {

    /** The replica's JDBC address; the primary when left out. */
    Optional<String> url();

    /** Its user; the primary's when left out. */
    Optional<String> username();

    /** Its password; the primary's when left out. */
    Optional<String> password();
}
