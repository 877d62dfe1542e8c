package dev.dateline.editorial.publishing;

import dev.dateline.change.Change;
import dev.dateline.editorial.WorkingCopyService;
import dev.dateline.editorial.article.ArticleService;
import dev.dateline.editorial.callout.CalloutService;
import dev.dateline.editorial.front.FrontService;
import dev.dateline.editorial.storylist.StoryListService;
import dev.dateline.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Finds who edits and who publishes things of a kind. */
@Singleton
public class Publishers {

    private final Map<Change.Kind, Publisher<?, ?>> publishers;
    private final Map<Change.Kind, WorkingCopyService<?, ?>> services;

    Publishers(
            ArticlePublisher articles,
            StoryListPublisher lists,
            CalloutPublisher callouts,
            FrontPublisher fronts,
            ArticleService articleService,
            StoryListService listService,
            CalloutService calloutService,
            FrontService frontService) {
        this.publishers = Map.of(
                Change.Kind.ARTICLE, articles,
                Change.Kind.STORY_LIST, lists,
                Change.Kind.CALLOUT, callouts,
                Change.Kind.FRONT, fronts);
        this.services = Map.of(
                Change.Kind.ARTICLE, articleService,
                Change.Kind.STORY_LIST, listService,
                Change.Kind.CALLOUT, calloutService,
                Change.Kind.FRONT, frontService);
    }

    /** @throws Problem {@code not-found} for what has no working copies */
    public Publisher<?, ?> of(Change.Kind kind) {
        return Optional.<Publisher<?, ?>>ofNullable(publishers.get(kind)).orElseThrow(Problem::notFound);
    }

    /** @throws Problem {@code not-found} for what has no working copies */
    public WorkingCopyService<?, ?> serviceOf(Change.Kind kind) {
        return Optional.<WorkingCopyService<?, ?>>ofNullable(services.get(kind)).orElseThrow(Problem::notFound);
    }

    /** @throws Problem {@code not-found} for a word that is no collection */
    public static Change.Kind kind(String collection) {
        return Change.Kind.ofCollection(collection)
                .filter(kind -> kind != Change.Kind.TAG)
                .orElseThrow(Problem::notFound);
    }
}
