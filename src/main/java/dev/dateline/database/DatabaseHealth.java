package dev.dateline.database;

import dev.dateline.change.ChangeListener;
import dev.dateline.time.DatabaseClock;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says whether the database answers, at once and without asking it. The node is ready all the same: it serves what it has
 * in memory, and if all nodes were taken out because their database is away, nobody would be served at all.
 */
@Readiness
@ApplicationScoped
class DatabaseHealth implements HealthCheck {

    private final ChangeListener listener;

    DatabaseHealth(ChangeListener listener) {
        this.listener = listener;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database")
                .up()
                .withData("answers", listener.isAttached())
                .withData("restarts", EmbeddedPostgres.restarts())
                .withData("clockDiffers", DatabaseClock.isFar(DatabaseClock.ahead()))
                .withData("clockAheadMilliseconds", DatabaseClock.ahead().toMillis())
                .withData("silentForMilliseconds", listener.silence().toMillis())
                .build();
    }
}
