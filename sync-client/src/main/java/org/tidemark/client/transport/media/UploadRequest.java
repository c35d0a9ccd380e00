package org.tidemark.client.transport.media;

import org.tidemark.core.json.JsonPointer;
import org.tidemark.core.record.RecordKey;

/**
 * Asks for an upload.
 *
 * @param idempotencyKey names the request: the server makes one upload for it, however often asked
 * @param sha256 of the whole file, in hex
 * @param record the record that is to name the file, and {@code field} where
 */
public record UploadRequest(
    String idempotencyKey,
    String fileName,
    String contentType,
    long sizeBytes,
    String sha256,
    RecordKey record,
    JsonPointer field) {}
