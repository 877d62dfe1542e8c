package dev.dateline.editorial.storylist;

import dev.dateline.article.PublishedPeriodRepository;
import dev.dateline.article.PublishedPeriodRepository.Moment;
import dev.dateline.storylist.PublishedListContent;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What readers saw of lists in the past: without the articles that were not public then. */
@Singleton
class ListHistory {

    private final PublishedPeriodRepository periods;

    ListHistory(PublishedPeriodRepository periods) {
        this.periods = periods;
    }

    /** @param arrangement null when the list was not public */
    record Look(@Nullable PublishedListContent arrangement, Instant at) {

        private Stream<Moment> moments() {
            return Stream.ofNullable(arrangement)
                    .flatMap(content -> content.named().stream())
                    .map(article -> new Moment(article, at));
        }

        private List<PublishedListContent.Placed> seen(Set<Moment> unseen) {
            return arrangement == null
                    ? List.of()
                    : arrangement.at(
                            at,
                            null,
                            arrangement.named().stream()
                                    .filter(article -> unseen.contains(new Moment(article, at)))
                                    .collect(Collectors.toSet()));
        }
    }

    /** What each showed, in one query for all. */
    List<List<PublishedListContent.Placed>> seen(List<Look> looks) {
        Set<Moment> unseen =
                periods.unseen(looks.stream().flatMap(Look::moments).distinct().toList());
        return looks.stream().map(look -> look.seen(unseen)).toList();
    }
}
