package dev.dateline.article;

import dev.dateline.content.ArticleLink;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an article's views need of other articles. Tags are filled in when they are read.
 *
 * @param translations the published articles of its translation group, itself left out
 * @param related by id: the published articles that its body points to
 * @param firstWithdrawal when the first of all these is to be withdrawn, or null
 */
public record ArticleReferences(
        List<ArticleLink> translations,
        Map<UUID, ArticleLink> related,
        @Nullable Instant firstWithdrawal) {}
