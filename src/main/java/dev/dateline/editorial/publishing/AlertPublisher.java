package dev.dateline.editorial.publishing;

import dev.dateline.alert.PublishedAlert;
import dev.dateline.alert.PublishedAlertRepository;
import dev.dateline.change.Change;
import dev.dateline.content.AlertContent;
import dev.dateline.editorial.Withdrawn;
import dev.dateline.editorial.alert.Alert;
import dev.dateline.editorial.alert.AlertService;
import dev.dateline.editorial.audit.AuditAction;
import dev.dateline.problem.Fault;
import dev.dateline.published.Address;
import dev.dateline.published.WithdrawalKind;
import dev.dateline.time.DatabaseClock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends alerts out, and calls them back. */
@Singleton
public class AlertPublisher extends Publisher<AlertContent, Alert> {

    private final PublishedAlertRepository published;
    private final PublicArticles articles;

    AlertPublisher(
            AlertService alerts,
            PublishingSupport support,
            PublishedAlertRepository published,
            PublicArticles articles) {
        super(alerts, support);
        this.published = published;
        this.articles = articles;
    }

    @Override
    protected void check(AlertContent content, List<Fault> faults) {
        RequiredFields.require(content.headline(), "headline", faults);
        RequiredFields.require(content.expiresAt(), "expiresAt", faults);
        if (content.expiresAt() != null && !content.expiresAt().isAfter(DatabaseClock.now())) {
            faults.add(Fault.at("/expiresAt", "must be in the future"));
        }
    }

    @Override
    protected @Nullable Instant end(AlertContent content) {
        return content.expiresAt();
    }

    @Override
    protected void checkSchedule(AlertContent content, Instant at, List<Fault> faults) {
        UUID article = content.leadsTo();
        if (article != null) {
            articles.requireBy(at, article, faults);
        }
    }

    @Override
    protected boolean isUnrelated(Alert alert) {
        return alert.content().article() == null;
    }

    @Override
    protected Address.@Nullable Key address(AlertContent content) {
        return null;
    }

    @Override
    protected Set<String> publish(Alert alert, Edition<AlertContent> edition) {
        AlertContent content = edition.content();
        UUID article = content.leadsTo();
        if (article != null) {
            articles.require(article);
        }
        PublishedAlert existing = published.findById(alert.id());
        PublishedAlert copy = existing == null ? new PublishedAlert(alert.id()) : existing;
        Set<String> touched = existing == null ? new HashSet<>() : existing.cacheGroups();
        copy.replace(content, edition.publishedAt(), edition.updatedAt());
        published.persist(copy);
        touched.addAll(copy.cacheGroups());
        return touched;
    }

    @Override
    protected Set<String> withdraw(Alert alert) {
        PublishedAlert copy = Objects.requireNonNull(published.findById(alert.id()));
        published.delete(copy);
        return copy.cacheGroups();
    }

    /** Those that lead to an article which is withdrawn, for the same reason. */
    void callBack(UUID article, Change.@Nullable Reason reason) {
        WithdrawalKind kind = reason == null ? WithdrawalKind.WITHDRAWN : WithdrawalKind.valueOf(reason.name());
        published
                .leadingTo(article)
                .forEach(id -> copies().forUpdate(id).ifPresent(alert -> callBack(alert, withdrawn(kind))));
    }

    private void callBack(Alert alert, Withdrawn withdrawn) {
        alert.withdraw(withdrawn, withdrawn.withdrawnAt());
        remove(alert, withdrawn);
        support().audit().done(AuditAction.WITHDRAW, kind(), alert.id(), null);
    }
}
