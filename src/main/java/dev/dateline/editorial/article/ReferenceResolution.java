package dev.dateline.editorial.article;

import dev.dateline.content.ArticleContent;
import dev.dateline.content.Block;
import dev.dateline.content.Credit;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.content.RelatedBlock;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.tag.StoredTags;
import dev.dateline.tag.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts ids in the place of the slugs and externalIds that content came with, and collects those that lead nowhere. */
final class ReferenceResolution {

    private final StoredTags stored;
    private final CreditResolution credits;
    private final Map<String, UUID> articles;
    private final UUID self;
    private final List<Fault> faults = new ArrayList<>();

    /**
     * @param stored the tags that it names already, those of its byline too
     * @param byline what is stored of it
     */
    ReferenceResolution(
            Map<String, Tag> tags, StoredTags stored, List<Credit> byline, Map<String, UUID> articles, UUID self) {
        this.stored = stored;
        this.credits = new CreditResolution(tags, stored, byline, faults);
        this.articles = articles;
        this.self = self;
    }

    ArticleContent resolve(ArticleContent content) {
        LinkedHashSet<String> tagIds = new LinkedHashSet<>();
        for (int i = 0; i < content.tags().size(); i++) {
            tagIds.addAll(tags(content.tags().get(i), "/tags/" + i));
        }
        ArticleContent resolved = content.withTags(List.copyOf(tagIds))
                .withByline(credits.resolve(content.byline()))
                .withBody(body(content.body()))
                .withTranslationOf(
                        content.translationOf() == null ? null : article(content.translationOf(), "/translationOf"))
                .withLanguage(content.language() == null ? null : Languages.canonical(content.language()));
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return resolved;
    }

    private List<Block> body(List<Block> body) {
        List<Block> resolved = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            Block block = body.get(i);
            if (block instanceof RelatedBlock related) {
                List<String> ids = new ArrayList<>();
                for (int j = 0; j < related.articles().size(); j++) {
                    ids.add(article(related.articles().get(j), "/body/" + i + "/articles/" + j));
                }
                resolved.add(new RelatedBlock(ids));
            } else {
                resolved.add(block);
            }
        }
        return resolved;
    }

    /** Its ids; several where those that the article has already were merged into one. */
    private Collection<String> tags(String reference, String pointer) {
        Tag tag = credits.tag(reference, pointer);
        return tag == null
                ? List.of(reference)
                : stored.of(tag).stream().map(UUID::toString).toList();
    }

    private String article(String reference, String pointer) {
        UUID id = articles.get(reference);
        if (id == null) {
            faults.add(Fault.at(pointer, "must be the id or externalId of an article that exists"));
            return reference;
        }
        if (id.equals(self)) {
            faults.add(Fault.at(pointer, "must not be the article itself"));
        }
        return id.toString();
    }
}
