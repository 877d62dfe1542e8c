package dev.dateline.editorial.preview;

import dev.dateline.access.Actors;
import dev.dateline.access.Caller;
import dev.dateline.article.PublishedArticle;
import dev.dateline.cache.Answer;
import dev.dateline.content.ArticleContent;
import dev.dateline.content.ArticleKind;
import dev.dateline.content.ContentKind;
import dev.dateline.editorial.article.Article;
import dev.dateline.editorial.article.ArticleRepository;
import dev.dateline.editorial.article.ArticleService;
import dev.dateline.editorial.audit.AuditAction;
import dev.dateline.editorial.audit.AuditLog;
import dev.dateline.editorial.publishing.ArticleRenderer;
import dev.dateline.json.JsonText;
import dev.dateline.live.LiveUpdates;
import dev.dateline.media.ImageLibrary;
import dev.dateline.media.MediaAddress;
import dev.dateline.media.PlacedImage;
import dev.dateline.media.ShownContent;
import dev.dateline.media.ShownImage;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import dev.dateline.published.BodyFormat;
import dev.dateline.removal.Removed;
import dev.dateline.tag.TagPlaceholders;
import dev.dateline.time.DatabaseClock;
import dev.dateline.time.Identifiers;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;

/** Makes preview links, opens and revokes them. What a link shows is rendered as publishing would, and not kept. */
@Singleton
class PreviewService {

    private static final Duration USUAL = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int SECRET_BYTES = 32;

    private final PreviewRepository previews;
    private final ArticleRepository articles;
    private final ArticleService service;
    private final ArticleRenderer renderer;
    private final TagPlaceholders placeholders;
    private final LiveUpdates updates;
    private final MediaAddress addresses;
    private final ImageLibrary images;
    private final AuditLog audit;
    private final Caller caller;
    private final Actors actors;
    private final SecureRandom random = new SecureRandom();

    PreviewService(
            PreviewRepository previews,
            ArticleRepository articles,
            ArticleService service,
            ArticleRenderer renderer,
            TagPlaceholders placeholders,
            LiveUpdates updates,
            MediaAddress addresses,
            ImageLibrary images,
            AuditLog audit,
            Caller caller,
            Actors actors) {
        this.previews = previews;
        this.articles = articles;
        this.service = service;
        this.renderer = renderer;
        this.placeholders = placeholders;
        this.updates = updates;
        this.addresses = addresses;
        this.images = images;
        this.audit = audit;
        this.caller = caller;
        this.actors = actors;
    }

    /** @throws Problem {@code conflict} when the revision lacks what a reader's view must have, or was withdrawn for a legal reason */
    @Transactional
    PreviewView create(UUID id, PreviewInput input) {
        Article article = found(id);
        if (article.isWithdrawnForLegalReason()) {
            throw Problem.conflict("It was withdrawn for a legal reason, and nobody outside the newsroom may see it.");
        }
        Instant now = DatabaseClock.now();
        Instant expiresAt = input.expiresAt() == null ? now.plus(USUAL) : input.expiresAt();
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST))) {
            throw Problem.invalid("/expiresAt", "must be in the future, and at most 30 days from now");
        }
        long revision = input.revision() == null ? article.revision() : input.revision();
        requireShowable(service.contentOf(article, revision));
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        previews.forgetExpired(now);
        Preview preview =
                new Preview(Identifiers.next(), id, revision, DigestUtils.sha256(token), caller.id(), now, expiresAt);
        previews.persist(preview);
        audit.done(AuditAction.PREVIEW, ContentKind.ARTICLE, id, revision);
        return preview.view(PreviewView.PATH + "/" + token, actors::of);
    }

    private static void requireShowable(ArticleContent content) {
        List<Fault> faults = new ArrayList<>();
        if (content.language() == null) {
            faults.add(Fault.at("/language", "is required for a preview"));
        }
        if (content.headline() == null || content.headline().isBlank()) {
            faults.add(Fault.at("/headline", "is required for a preview"));
        }
        if (!faults.isEmpty()) {
            throw new Problem(ProblemType.CONFLICT, "It cannot be shown yet.", faults);
        }
    }

    /** Those that still open. */
    @Transactional
    List<PreviewView> list(UUID id) {
        found(id);
        return previews.ofArticle(id, DatabaseClock.now()).stream()
                .map(preview -> preview.view("", actors::of))
                .toList();
    }

    @Transactional
    void revoke(UUID article, UUID id) {
        if (!previews.revoke(article, id)) {
            throw Problem.notFound();
        }
        audit.done(AuditAction.REVOKE_PREVIEW, ContentKind.ARTICLE, article, null);
    }

    /** What was withdrawn for a legal reason is shown by none of its links, also when it is public again. */
    void removed(@Observes Removed event) {
        previews.forget(event.removal().target());
    }

    /** @throws Problem {@code not-found} for what is no link, or no longer */
    @Transactional
    JsonText open(String token, BodyFormat format) {
        Preview preview = valid(token);
        Article article = shownArticle(preview);
        ArticleContent content = (ArticleContent) shown(article, preview).content();
        Instant at = Objects.requireNonNullElseGet(article.publishedAt(), DatabaseClock::now);
        PublishedArticle copy = new PublishedArticle(article.id(), DatabaseClock.now());
        copy.replace(
                content,
                Objects.requireNonNull(content.slug()),
                service.translationGroup(article, content),
                at,
                DatabaseClock.now(),
                null);
        renderer.preview(copy);
        JsonText shown =
                MediaAddress.fill(placeholders.fill(copy.whole(format)), PreviewView.PATH + "/" + token + "/media");
        return content.kind() == ArticleKind.LIVE ? withUpdates(shown, article.id(), format) : shown;
    }

    /** With those that are published, as readers get them. */
    private JsonText withUpdates(JsonText page, UUID id, BodyFormat format) {
        Answer answer = Answer.of(page).modifiedAt(DatabaseClock.now());
        return addresses.fill(updates.join(answer, id, format).json());
    }

    private Preview valid(String token) {
        return previews.valid(DigestUtils.sha256(token), DatabaseClock.now()).orElseThrow(Problem::notFound);
    }

    /** What a picture lacks to be published does not matter here. */
    private ShownContent shown(Article article, Preview preview) {
        return images.shown(service.contentOf(article, preview.revision()), DatabaseClock.now(), new ArrayList<>());
    }

    /** A picture that the revision shows. @throws Problem {@code not-found} for what is no link, and for any other picture */
    @Transactional
    ShownImage image(String token, String key) {
        Preview preview = valid(token);
        return shown(shownArticle(preview), preview).images().stream()
                .map(PlacedImage::shown)
                .filter(image -> image.key().equals(key))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** A link that was made while its article was removed shows nothing either. */
    private Article shownArticle(Preview preview) {
        Article article = found(preview.articleId());
        if (article.isWithdrawnForLegalReason()) {
            throw Problem.notFound();
        }
        return article;
    }

    private Article found(UUID id) {
        return articles.findByIdOptional(id).orElseThrow(Problem::notFound);
    }
}
