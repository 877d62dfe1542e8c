package dev.dateline.editorial.callout;

import dev.dateline.change.Change;
import dev.dateline.content.CalloutContent;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.editorial.Identifiers;
import dev.dateline.editorial.WorkingCopyService;
import dev.dateline.editorial.WorkingCopySupport;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Writing callouts. */
@Singleton
public class CalloutService extends WorkingCopyService<CalloutContent, Callout> {

    CalloutService(WorkingCopySupport desk, CalloutRepository callouts) {
        super(Change.Kind.CALLOUT, CalloutContent.class, callouts, desk);
    }

    @Override
    protected Callout blank(UUID id) {
        return new Callout(id, Identifiers.now());
    }

    @Override
    protected void edit(Callout callout, CalloutContent content) {
        String language = content.language() == null ? null : Languages.canonical(content.language());
        callout.edit(content.withLanguage(language), Identifiers.now());
    }

    @Override
    protected String publicPath(Callout callout) {
        return "/v1/callouts";
    }
}
