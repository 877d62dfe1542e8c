package dev.dateline.editorial.article;

import dev.dateline.access.Caller;
import dev.dateline.access.Role;
import dev.dateline.content.ArticleContent;
import dev.dateline.content.ArticleKind;
import dev.dateline.content.Block;
import dev.dateline.content.ContentKind;
import dev.dateline.content.Correction;
import dev.dateline.content.RelatedBlock;
import dev.dateline.content.Slug;
import dev.dateline.editorial.SlugChoice;
import dev.dateline.editorial.WorkingCopyService;
import dev.dateline.editorial.WorkingCopySupport;
import dev.dateline.editorial.audit.AuditAction;
import dev.dateline.editorial.audit.AuditLog;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import dev.dateline.published.Address;
import dev.dateline.published.AddressRepository;
import dev.dateline.tag.StoredTags;
import dev.dateline.tag.TagRepository;
import dev.dateline.time.DatabaseClock;
import dev.dateline.time.Identifiers;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writing articles: resolves what they refer to and gives them their slugs. */
@Singleton
public class ArticleService extends WorkingCopyService<ArticleContent, Article> {

    private final ArticleRepository articles;
    private final TagRepository tags;
    private final AddressRepository addresses;
    private final Caller caller;
    private final AuditLog audit;

    ArticleService(
            WorkingCopySupport support, ArticleRepository articles, TagRepository tags, AddressRepository addresses) {
        super(ContentKind.ARTICLE, ArticleContent.class, articles, support);
        this.articles = articles;
        this.tags = tags;
        this.addresses = addresses;
        this.caller = support.caller();
        this.audit = support.audit();
    }

    @Override
    protected Article blank(UUID id, Instant now) {
        return new Article(id, now);
    }

    @Override
    protected void edit(Article article, ArticleContent content) {
        if (content.liveState() != null && content.kind() != ArticleKind.LIVE) {
            throw Problem.invalid("/liveState", "must be left out, or null in a patch: it goes only with kind live");
        }
        ArticleContent resolved = new ReferenceResolution(
                        tags.resolve(tagsNamedIn(content)),
                        article.version() == 0 ? StoredTags.NONE : tags.stored(tagsNamedIn(article.content())),
                        article.version() == 0 ? List.of() : article.content().byline(),
                        articlesFor(article, content),
                        article.id())
                .resolve(content);
        String language = resolved.language();
        String slug = SlugChoice.choose(
                resolved.slug(),
                present(article, language),
                language == null ? null : resolved.headline(),
                language,
                article.id(),
                wanted -> isTaken(language, wanted, article.id()));
        Instant now = DatabaseClock.now();
        requireEmbargoKept(article, resolved, now);
        article.edit(
                resolved.withSlug(slug).withCorrections(corrections(article, resolved, now)),
                translationGroup(article, resolved),
                now);
    }

    /** Who may not break an embargo may not lift it either, or it would be none; and who may not publish may not stop those who may. */
    private void requireEmbargoKept(Article article, ArticleContent content, Instant now) {
        Instant embargo = article.version() == 0 ? null : article.content().embargoedUntil();
        Instant proposed = content.embargoedUntil();
        if (embargo != null && embargo.isAfter(now) && (proposed == null || proposed.isBefore(embargo))) {
            requireMayLiftEmbargo(article);
        }
        if ((article.isPublic() || article.schedule() != null)
                && proposed != null
                && proposed.isAfter(now)
                && !proposed.equals(embargo)
                && !caller.has(Role.EDITOR)) {
            throw new Problem(
                    ProblemType.FORBIDDEN,
                    "Only an editor may set an embargo on what is public or scheduled: it would keep editors from publishing it.",
                    List.of(Fault.at(
                            "/embargoedUntil", "must not be set on what is public or scheduled but by an editor")));
        }
    }

    private void requireMayLiftEmbargo(Article article) {
        if (!caller.has(Role.ADMIN)) {
            throw new Problem(
                    ProblemType.FORBIDDEN,
                    "Only an admin may lift or shorten an embargo before it is over.",
                    List.of(Fault.at("/embargoedUntil", "must not be lifted or shortened but by an admin")));
        }
        audit.done(AuditAction.LIFT_EMBARGO, ContentKind.ARTICLE, article.id(), article.revision() + 1);
    }

    private SlugChoice.Present present(Article article, @Nullable String language) {
        String slug = article.slug();
        if (article.version() == 0 || slug == null || language == null || !language.equals(article.language())) {
            return SlugChoice.Present.NOTHING;
        }
        return new SlugChoice.Present(
                slug,
                article.content().headline(),
                language,
                () -> article.schedule() != null
                        || addresses.isOf(new Address.Key(ContentKind.ARTICLE, slug, language), article.id()));
    }

    /** New ones belong to the revision that is being made; those that were there keep theirs. */
    private static List<Correction> corrections(Article article, ArticleContent content, Instant now) {
        List<Correction> stored =
                article.version() == 0 ? List.of() : article.content().corrections();
        List<Correction> stamped = new ArrayList<>();
        for (int i = 0; i < content.corrections().size(); i++) {
            Correction given = content.corrections().get(i);
            Optional<Correction> meant = stored.stream().filter(given::means).findFirst();
            if (meant.isPresent()
                    && stamped.stream()
                            .anyMatch(other ->
                                    Objects.equals(other.id(), meant.get().id()))) {
                throw Problem.invalid("/corrections/" + i, "must not be given twice");
            }
            if (meant.isEmpty() && given.id() != null) {
                throw Problem.invalid(
                        "/corrections/" + i + "/id", "must be the id of a correction that is there, or be left out");
            }
            stamped.add(meant.map(given::as)
                    .orElseGet(() -> new Correction(
                            Identifiers.next(), given.type(), given.text(), article.revision() + 1, now)));
        }
        return stamped;
    }

    @Override
    protected ArticleContent withoutWhatIsGone(ArticleContent former) {
        Set<UUID> known = tags.byId(former.tagIds()).keySet();
        return former.withTags(former.tags().stream()
                        .filter(id -> known.contains(UUID.fromString(id)))
                        .toList())
                .withByline(former.byline().stream()
                        .filter(credit ->
                                credit.contributor() == null || known.contains(UUID.fromString(credit.contributor())))
                        .toList());
    }

    /** What is stored already stays a good reference, even when what it leads to has been deleted since. */
    private Map<String, UUID> articlesFor(Article article, ArticleContent content) {
        Map<String, UUID> found = articles.resolve(articlesNamedIn(content));
        if (article.version() > 0) {
            articlesNamedIn(article.content()).forEach(id -> found.putIfAbsent(id, UUID.fromString(id)));
        }
        return found;
    }

    /** The group of translations that content, of whichever revision, belongs to. */
    public UUID translationGroup(Article article, ArticleContent content) {
        String original = content.translationOf();
        if (original == null) {
            return article.id();
        }
        boolean same =
                article.version() > 0 && original.equals(article.content().translationOf());
        return same
                ? article.translationGroup()
                : articles.translationGroup(UUID.fromString(original)).orElse(article.id());
    }

    @Override
    protected ArticleContent restored(Article article, ArticleContent former) {
        Set<String> known = articles.resolve(articlesNamedIn(former)).keySet();
        String original = former.translationOf();
        return former.withTranslationOf(original == null || known.contains(original) ? original : null)
                .withBody(former.body().stream()
                        .map(block -> block instanceof RelatedBlock related ? known(related, known) : block)
                        .filter(block -> !(block instanceof RelatedBlock related)
                                || !related.articles().isEmpty())
                        .toList())
                .withCorrections(former.corrections().stream()
                        .map(correction ->
                                article.content().corrections().stream().anyMatch(correction::means)
                                        ? correction
                                        : new Correction(null, correction.type(), correction.text(), null, null))
                        .toList());
    }

    private static RelatedBlock known(RelatedBlock related, Set<String> known) {
        return new RelatedBlock(
                related.articles().stream().filter(known::contains).toList());
    }

    @Override
    public void expect(List<ArticleContent> contents) {
        Set<String> named = new HashSet<>();
        List<Address.Key> slugs = new ArrayList<>();
        for (ArticleContent content : contents) {
            named.addAll(tagsNamedIn(content));
            if (content.language() != null && content.slug() != null) {
                slugs.add(new Address.Key(ContentKind.ARTICLE, content.slug(), content.language()));
            } else if (content.language() != null && content.headline() != null) {
                String slug = Slug.of(content.headline(), content.language());
                slugs.add(new Address.Key(ContentKind.ARTICLE, slug, content.language()));
            }
        }
        tags.resolve(named);
        articles.expectSlugs(slugs);
    }

    @Override
    public boolean isSlugTaken(Article article, String slug) {
        return isTaken(article.language(), slug, article.id());
    }

    private boolean isTaken(@Nullable String language, String slug, UUID self) {
        return language != null && articles.isTaken(language, slug, self);
    }

    @Override
    protected List<ArticleContent> shown(List<ArticleContent> contents) {
        Map<UUID, String> slugs = tags.slugs(
                contents.stream().flatMap(content -> content.tagIds().stream()).collect(Collectors.toSet()));
        return contents.stream().map(content -> shown(content, slugs)).toList();
    }

    private static ArticleContent shown(ArticleContent content, Map<UUID, String> slugs) {
        return content.withTags(content.tags().stream()
                        .map(id -> CreditResolution.slug(id, slugs))
                        .distinct()
                        .toList())
                .withByline(CreditResolution.shown(content.byline(), slugs));
    }

    private static Set<String> tagsNamedIn(ArticleContent content) {
        Set<String> named = new HashSet<>(content.tags());
        named.addAll(CreditResolution.named(content.byline()));
        return named;
    }

    private static Set<String> articlesNamedIn(ArticleContent content) {
        Set<String> named = new HashSet<>();
        if (content.translationOf() != null) {
            named.add(content.translationOf());
        }
        for (Block block : content.body()) {
            if (block instanceof RelatedBlock related) {
                named.addAll(related.articles());
            }
        }
        return named;
    }

    @Override
    @Transactional
    public void delete(UUID id, @Nullable String ifMatch) {
        if (caller.has(Role.EDITOR) && articles.hasUpdates(id)) {
            throw Problem.conflict("It has updates. Delete these first; see " + ContentKind.LIVE_UPDATE.editorialPath()
                    + "?article=" + id + ".");
        }
        super.delete(id, ifMatch);
    }

    @Override
    protected String publicPath(Article article) {
        return ContentKind.ARTICLE.publicPath() + "/" + article.id();
    }
}
