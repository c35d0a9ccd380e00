package org.tidemark.media.store;

import org.tidemark.core.media.ContentType;
import org.tidemark.core.media.UploadId;
import org.tidemark.core.media.UploadPlan;

/**
 * An upload that is under way, as a store knows it.
 *
 * @param handle what {@link MediaStore#begin} gave
 */
public record Staging(UploadId upload, UploadPlan plan, ContentType type, String handle) {}
