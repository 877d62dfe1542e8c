package dev.dateline.article;

import dev.dateline.content.ArticleLink;
import dev.dateline.tag.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What an article's views need of other things.
 *
 * @param tags by id: those it carries, those in its byline, and those above
 * @param translations the published articles of its translation group, itself left out
 * @param related by id: the published articles that its body points to
 */
public record ArticleReferences(Map<UUID, Tag> tags, List<ArticleLink> translations, Map<UUID, ArticleLink> related) {}
