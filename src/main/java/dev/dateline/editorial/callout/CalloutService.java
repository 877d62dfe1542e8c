package dev.dateline.editorial.callout;

import dev.dateline.content.CalloutContent;
import dev.dateline.content.ContentKind;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.editorial.WorkingCopyService;
import dev.dateline.editorial.WorkingCopySupport;
import dev.dateline.time.DatabaseClock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** Writing callouts. */
@Singleton
public class CalloutService extends WorkingCopyService<CalloutContent, Callout> {

    CalloutService(WorkingCopySupport support, CalloutRepository callouts) {
        super(ContentKind.CALLOUT, CalloutContent.class, callouts, support);
    }

    @Override
    protected Callout blank(UUID id, Instant now) {
        return new Callout(id, now);
    }

    @Override
    protected void edit(Callout callout, CalloutContent content) {
        String language = content.language() == null ? null : Languages.canonical(content.language());
        callout.edit(content.withLanguage(language), DatabaseClock.now());
    }

    @Override
    protected String publicPath(Callout callout) {
        return ContentKind.CALLOUT.publicPath();
    }
}
