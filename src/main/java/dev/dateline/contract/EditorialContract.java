package dev.dateline.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/** Finishes the editorial document when the program is built. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, documentNames = "editorial")
public final class EditorialContract implements OASFilter {

    private final IndexView index;

    public EditorialContract(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        new Contract(index, true).complete(document);
    }
}
