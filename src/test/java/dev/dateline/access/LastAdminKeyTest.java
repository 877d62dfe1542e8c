package dev.dateline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.DatelineTest;
import dev.dateline.entitlement.Entitlements;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import dev.dateline.time.DatabaseClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where no admin key is configured, nobody locks everybody out. */
@DatelineTest
class LastAdminKeyTest {

    private static final AccessConfig NO_ADMIN_KEY =
            new SmallRyeConfigBuilder().withMapping(AccessConfig.class).build().getConfigMapping(AccessConfig.class);

    @Inject
    ApiKeyRepository keys;

    @Inject
    Entitlements entitlements;

    @Inject
    Event<Administered> administered;

    private ApiKeyService service;

    @BeforeEach
    void forgetTheAdminsOfOtherTests() {
        QuarkusTransaction.begin();
        keys.update("revokedAt = ?1 where role = ?2 and revokedAt is null", DatabaseClock.now(), Role.ADMIN);
        service = new ApiKeyService(keys, entitlements, NO_ADMIN_KEY, administered);
    }

    @AfterEach
    void leaveThemAsTheyWere() {
        QuarkusTransaction.rollback();
    }

    @Test
    void theLastOneIsNotRevokedBeforeThereIsAnother() {
        UUID first = admin("first");
        assertThatThrownBy(() -> service.revoke(first))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.CONFLICT));
    }

    @Test
    void itIsRevokedOnceThereIsAnother() {
        UUID first = admin("first");
        admin("second");
        service.revoke(first);
        assertThat(keys.findById(first).revokedAt()).isNotNull();
    }

    private UUID admin(String name) {
        return service.create(new ApiKeyInput(name, Role.ADMIN, null, null)).id();
    }
}
