package org.tidemark.server.policy.boundary;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.json.Document;
import org.tidemark.core.sentence.Sentence;

/** What the policy would have decided: the verdict, the outcome, and why. */
public record PolicyTrialAnswer(
    SyncStatus status, @Nullable Document outcome, @Nullable Conflict conflict, Sentence why) {}
