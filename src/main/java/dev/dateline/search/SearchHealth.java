package dev.dateline.search;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says whether the search index takes in what changes. The node is ready all the same: everything else is answered. */
@Readiness
@ApplicationScoped
class SearchHealth implements HealthCheck {

    private final SearchIndexer indexer;

    SearchHealth(SearchIndexer indexer) {
        this.indexer = indexer;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("search")
                .up()
                .withData("isFailing", indexer.isFailing())
                .build();
    }
}
