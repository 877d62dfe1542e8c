package dev.dateline.article;

import dev.dateline.access.ForReaders;
import dev.dateline.cache.Answer;
import dev.dateline.cache.Freshness;
import dev.dateline.content.ContentKind;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.content.Slug;
import dev.dateline.content.TagFilter;
import dev.dateline.content.TagType;
import dev.dateline.http.Cursor;
import dev.dateline.http.Page;
import dev.dateline.http.PageRequest;
import dev.dateline.http.Parameters;
import dev.dateline.http.QueryString;
import dev.dateline.json.JsonText;
import dev.dateline.published.BodyFormat;
import dev.dateline.published.BodyParameter;
import dev.dateline.tag.PublicTagRepository;
import dev.dateline.tag.TagCacheGroups;
import dev.dateline.tag.TagMatch;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Reading articles. */
@Path("/v1/articles")
@Produces(MediaType.APPLICATION_JSON)
@ForReaders
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Articles")
public class ArticleResource {

    /** The one that is wanted, and ten to fall back on. */
    private static final int MOST_LANGUAGES = 11;

    private final PublishedArticleRepository articles;
    private final PublishedLanguageRepository languages;
    private final PublicTagRepository tags;
    private final ArticleAnswers answers;
    private final ArticleSizes sizes;
    private final EntitledViews views;

    ArticleResource(
            PublishedArticleRepository articles,
            PublishedLanguageRepository languages,
            PublicTagRepository tags,
            ArticleAnswers answers,
            ArticleSizes sizes,
            EntitledViews views) {
        this.sizes = sizes;
        this.views = views;
        this.languages = languages;
        this.articles = articles;
        this.tags = tags;
        this.answers = answers;
    }

    @GET
    @Operation(
            operationId = "listArticles",
            summary = "List articles",
            description =
                    "Published articles, newest first, by any combination of filters; or a batch by `id`. Follow `next`.")
    @APIResponseSchema(value = ArticlePage.class, responseDescription = "A page of articles.")
    public Answer list(@BeanParam ArticleParameters request) {
        Parameters parameters = new Parameters();
        ArticleQuery query = request.query(parameters);
        request.limit(parameters);
        parameters.check();
        return query.batch() == null
                ? page(query, request, parameters)
                : batch(List.copyOf(query.batch()), query, request.uri);
    }

    private Answer page(ArticleQuery query, PageRequest request, Parameters parameters) {
        Map<TagFilter.Reference, TagMatch> named = tags.matches(references(query.filter()));
        ArticleConditions matching = ArticleConditions.of(
                query.filter(),
                query.order(),
                named,
                languages.in(query.filter().languages()));
        Map<String, Object> fields = new LinkedHashMap<>();
        Set<String> unknown = unknown(query.filter(), named);
        if (!unknown.isEmpty()) {
            fields.put("unknown", unknown);
        }
        switch (query.count()) {
            case EXACT -> fields.put("count", new MatchCount(articles.count(matching), true));
            case ESTIMATED -> fields.put("count", articles.estimate(matching));
            case NONE -> {}
        }
        Page<PublishedArticleRepository.Row> page = request.pageThatFits(
                parameters,
                query.fingerprint(),
                (cursor, count) -> articles.page(query, cursor, count, matching),
                row -> Cursor.at(row.at(), row.id()));
        return Answer.page(page.map(row -> query.body().join(row.view(), row.body())), fields)
                .shownUntil(firstWithdrawal(page.items()))
                .dependsOn(matching.groups(), matching.labels());
    }

    private static @Nullable Instant firstWithdrawal(Collection<PublishedArticleRepository.Row> shown) {
        return Freshness.earliest(shown.stream().map(PublishedArticleRepository.Row::shownUntil));
    }

    /** Words of a filter that lead to no public tag of its type: a typo would otherwise be an empty answer for ever. */
    private static Set<String> unknown(ArticleFilter filter, Map<TagFilter.Reference, TagMatch> named) {
        Set<TagFilter.Reference> unknown = new TreeSet<>(references(filter));
        unknown.removeIf(tag -> Stream.ofNullable(named.get(tag)).anyMatch(TagMatch::isPublic));
        addOthers(unknown, filter.sections(), TagType.SECTION, named);
        addOthers(unknown, filter.contributors(), TagType.CONTRIBUTOR, named);
        return unknown.stream().map(TagFilter.Reference::word).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void addOthers(
            Set<TagFilter.Reference> unknown,
            @Nullable TagFilter filter,
            TagType type,
            Map<TagFilter.Reference, TagMatch> named) {
        if (filter != null) {
            filter.references().stream()
                    .filter(tag -> Stream.ofNullable(named.get(tag)).noneMatch(found -> found.type() == type))
                    .forEach(unknown::add);
        }
    }

    private static Set<TagFilter.Reference> references(ArticleFilter filter) {
        return Stream.of(filter.tags(), filter.sections(), filter.contributors())
                .filter(Objects::nonNull)
                .flatMap(tagFilter -> tagFilter.references().stream())
                .collect(Collectors.toSet());
    }

    private Answer batch(List<UUID> asked, ArticleQuery query, UriInfo uri) {
        List<UUID> ids = sizes.fit(asked, query.body());
        Map<UUID, PublishedArticleRepository.Row> found = articles.batch(ids, query.view(), query.body()).stream()
                .collect(Collectors.toMap(PublishedArticleRepository.Row::id, Function.identity()));
        List<JsonText> items = ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(row -> query.body().join(row.view(), row.body()))
                .toList();
        Set<UUID> missing = new HashSet<>(ids);
        missing.removeAll(found.keySet());
        return Answer.page(
                        new Page<>(items, rest(asked.subList(ids.size(), asked.size()), uri), null),
                        Map.of("missing", ids.stream().filter(missing::contains).toList()))
                .shownUntil(firstWithdrawal(found.values()))
                .dependsOn(TagCacheGroups.LOOKS)
                .dependsOn(
                        ids.stream().map(ContentKind.ARTICLE::cacheGroup).toList(),
                        Set.of(ContentKind.ARTICLE.cacheGroup()));
    }

    /** Where those are that had no room, or null. */
    private static @Nullable String rest(List<UUID> ids, UriInfo uri) {
        String left = ids.stream().map(UUID::toString).collect(Collectors.joining(","));
        return ids.isEmpty() ? null : QueryString.append("/v1/articles", uri.getQueryParameters(), Map.of("id", left));
    }

    @GET
    @Path("{article}")
    @Operation(
            operationId = "getArticle",
            summary = "Get an article",
            description = "A former slug answers 308, a withdrawn article 410, with `language=auto` a translation 307.")
    @APIResponseSchema(value = ArticleView.class, responseDescription = "The article.")
    public Answer get(
            @PathParam("article") @Parameter(description = "Id or slug.", example = "minsk-bridge-reopens")
                    String reference,
            @QueryParam("language")
                    @Parameter(
                            description =
                                    "The article in this language (BCP 47): itself or its translation; 404 with `languages` where there is none. It says too which article is meant when languages share a slug; without it, the first that had it. `auto` leads on by the reader's `Accept-Language`.",
                            example = "en")
                    @Nullable
                    String language,
            @QueryParam("fallback")
                    @Parameter(
                            description =
                                    "Goes with `language`: where the article is not in that language, it is answered in the first of these that there is.",
                            example = "ru")
                    @Nullable
                    String fallback,
            @BeanParam BodyParameter body,
            @Context UriInfo uri) {
        Parameters parameters = new Parameters();
        String wanted = parameters.read("language", language, Languages.ONE, Languages::canonical);
        BodyFormat format = body.format(parameters);
        List<String> languages = new ArrayList<>(Stream.ofNullable(wanted).toList());
        languages.addAll(parameters.severalOrNone("fallback", fallback, Languages.SEVERAL, Languages::canonical));
        if (fallback != null && wanted == null) {
            parameters.refuse("fallback", "goes only with language");
        } else if (languages.size() > MOST_LANGUAGES) {
            parameters.refuse("fallback", "must be at most 10 languages");
        }
        parameters.check();
        if (wanted != null) {
            return inFirstOf(
                    languages.stream()
                            .flatMap(Languages::lookupOrder)
                            .distinct()
                            .toList(),
                    reference,
                    format,
                    uri);
        }
        return Slug.isSlug(reference) ? bySlug(reference, format, uri) : byId(Parameters.pathId(reference), format);
    }

    /** The article in the first of the languages in which there is one: itself, or a translation. */
    private Answer inFirstOf(List<String> languages, String reference, BodyFormat format, UriInfo uri) {
        Translations translations = new Translations(articles, views, reference, format);
        PublishedArticleRepository.Single found = translations.named(languages);
        if (found == null) {
            return Answer.notFound().dependsOn(translations.group());
        }
        Answer answer = found.view() == null
                ? answers.of(found, format)
                : languages.stream()
                        .flatMap(language -> inLanguage(language, found, translations, format, uri))
                        .findFirst()
                        .orElseGet(() -> notIn(translations.languages(found)));
        return answer.dependsOn(translations.group())
                .dependsOn(ContentKind.ARTICLE.cacheGroup(found.id()), TagCacheGroups.LOOKS);
    }

    private Stream<Answer> inLanguage(
            String range,
            PublishedArticleRepository.Single found,
            Translations translations,
            BodyFormat format,
            UriInfo uri) {
        if (!Languages.isIn(range, Objects.requireNonNull(found.language()))) {
            return translations
                    .in(range, found)
                    .map(translation -> answers.of(translation, format)
                            .dependsOn(ContentKind.ARTICLE.cacheGroup(translation.id())));
        }
        return Stream.of(
                translations.isFormerSlug(found) ? Answer.moved(address(found, uri)) : answers.of(found, format));
    }

    private static Answer notIn(Collection<String> languages) {
        return Answer.notInLanguage(
                "This article is not there in that language, but in: " + String.join(", ", languages) + ".", languages);
    }

    private Answer bySlug(String slug, BodyFormat format, UriInfo uri) {
        PublishedArticleRepository.Single found =
                articles.bySlug(slug, null, format).orElse(null);
        if (found == null) {
            return Answer.notFound().dependsOn(ContentKind.ARTICLE.addressCacheGroup(slug));
        }
        boolean moved = found.slug() != null && !slug.equals(found.slug());
        return (moved ? Answer.moved(address(found, uri)) : answers.of(found, format))
                .dependsOn(
                        ContentKind.ARTICLE.cacheGroup(found.id()),
                        ContentKind.ARTICLE.addressCacheGroup(slug),
                        TagCacheGroups.LOOKS);
    }

    private static String address(PublishedArticleRepository.Single article, UriInfo uri) {
        return QueryString.append(
                "/v1/articles/" + article.slug(),
                uri.getQueryParameters(),
                Map.of("language", Objects.requireNonNull(article.language())));
    }

    private Answer byId(UUID id, BodyFormat format) {
        return articles.byId(id, format)
                .map(found -> answers.of(found, format))
                .orElseGet(Answer::notFound)
                .dependsOn(ContentKind.ARTICLE.cacheGroup(id), TagCacheGroups.LOOKS);
    }
}
