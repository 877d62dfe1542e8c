package dev.dateline.editorial.storylist;

import dev.dateline.article.PublishedPeriodRepository;
import dev.dateline.article.PublishedPeriodRepository.Moment;
import dev.dateline.storylist.PublishedListContent;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
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

        private Stream<Moment> moments(Set<Moment> unseen) {
            return PublishedListContent.articles(seen(unseen)).stream().map(article -> new Moment(article, at));
        }

        private List<PublishedListContent.Placed> seen(Set<Moment> unseen) {
            return arrangement == null
                    ? List.of()
                    : arrangement.at(
                            at,
                            null,
                            unseen.stream()
                                    .filter(moment -> moment.at().equals(at))
                                    .map(Moment::article)
                                    .collect(Collectors.toSet()));
        }
    }

    /** What each showed. Where an article was not public, others moved up: then these are asked about too. */
    List<List<PublishedListContent.Placed>> seen(List<Look> looks) {
        Set<Moment> unseen = new HashSet<>();
        Set<Moment> asked = new HashSet<>();
        while (true) {
            List<Moment> more = looks.stream()
                    .flatMap(look -> look.moments(unseen))
                    .filter(asked::add)
                    .toList();
            if (more.isEmpty()) {
                return looks.stream().map(look -> look.seen(unseen)).toList();
            }
            unseen.addAll(periods.unseen(more));
        }
    }
}
