package dev.dateline.editorial.alert;

import dev.dateline.editorial.WorkingCopyRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Every query about working copies of alerts. */
@ApplicationScoped
public class AlertRepository implements WorkingCopyRepository<Alert> {}
