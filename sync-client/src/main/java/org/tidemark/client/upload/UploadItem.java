package org.tidemark.client.upload;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.transfer.FileFacts;
import org.tidemark.client.transfer.UploadState;
import org.tidemark.core.json.JsonPointer;
import org.tidemark.core.record.RecordKey;

/**
 * An upload, for people.
 *
 * @param sentBytes bytes of the parts that the server has
 * @param nextAttempt when it is tried next; null: at once, or not by itself
 * @param url what the record names the file by; null: the server has not all of it
 * @param problem what it waits for, or why the last attempt failed; null: nothing
 */
public record UploadItem(
    String id,
    RecordKey record,
    JsonPointer field,
    FileFacts file,
    UploadState state,
    long sentBytes,
    Instant addedAt,
    int attempts,
    @Nullable Instant nextAttempt,
    @Nullable String url,
    @Nullable Problem problem) {}
