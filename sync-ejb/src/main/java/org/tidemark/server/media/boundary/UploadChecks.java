package org.tidemark.server.media.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.JsonPointer;
import org.tidemark.core.media.ContentType;
import org.tidemark.core.media.MediaRejection;
import org.tidemark.core.media.MediaRejection.Code;
import org.tidemark.core.media.MediaState;
import org.tidemark.core.media.UploadPlan;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.SpaceId;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.media.boundary.UploadRequest.EntityField;
import org.tidemark.server.media.control.Names;
import org.tidemark.server.media.control.Upload;
import org.tidemark.server.media.entity.UploadRow;
import org.tidemark.server.settings.MediaSettings;

/** Checks what a client announces, and makes the row that an upload begins with. */
@ApplicationScoped
class UploadChecks {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern KEY = Pattern.compile("[!-~]{1,128}");

  @Inject private MediaSettings settings;
  @Inject private Names names;
  @Inject private InstantSource clock;

  UploadRow row(Caller caller, UploadRequest request) {
    ContentType type = ContentType.parse(request.contentType());
    String sha256 = request.sha256() == null ? null : request.sha256().toLowerCase(Locale.ROOT);
    String space =
        Objects.requireNonNullElseGet(
            request.space(), () -> SpaceId.personal(caller.user()).value());
    List<FieldProblem> problems = problems(request, type, sha256, space);
    if (!problems.isEmpty() || type == null) {
      throw Failures.invalid(problems);
    }
    MediaRejection refused =
        settings.rules().announced(request.fileName(), type, request.sizeBytes());
    if (refused != null) {
      throw Failures.rejected(refused);
    }
    UploadPlan plan = UploadPlan.of(request.sizeBytes(), settings.partBytes());
    Instant now = clock.instant();
    UploadRow row = new UploadRow();
    row.id = names.upload().value();
    row.space = space;
    row.userId = caller.user();
    row.idempotencyKey = request.idempotencyKey();
    row.fingerprint = fingerprint(request, type, sha256, space);
    row.state = MediaState.CREATED.name();
    row.fileName = request.fileName();
    row.contentType = type.value();
    row.sizeBytes = request.sizeBytes();
    row.partBytes = plan.partSizeBytes();
    row.reservedBytes = request.sizeBytes();
    row.sha256 = sha256;
    EntityField entity = request.entity();
    row.entityType = entity == null ? null : entity.entityType();
    row.recordId = entity == null ? null : entity.id();
    row.field = entity == null ? null : entity.field();
    row.handle = "";
    row.createdAt = now;
    row.expiresAt = now.plus(settings.uploadLife());
    return row;
  }

  private static List<FieldProblem> problems(
      UploadRequest request, @Nullable ContentType type, @Nullable String sha256, String space) {
    List<FieldProblem> problems = new ArrayList<>();
    if (type == null) {
      problems.add(new FieldProblem("/contentType", "must be a media type such as image/png"));
    }
    if (request.sizeBytes() < 0) {
      problems.add(new FieldProblem("/size", "must not be negative"));
    }
    if (sha256 != null && !SHA256.matcher(sha256).matches()) {
      problems.add(new FieldProblem("/sha256", "must be 64 hexadecimal digits"));
    }
    add(problems, "/space", SpaceId.problem(space));
    String key = request.idempotencyKey();
    if (key != null && !KEY.matcher(key).matches()) {
      problems.add(
          new FieldProblem("Idempotency-Key", "must be 1 to 128 printable ASCII characters"));
    }
    EntityField entity = request.entity();
    if (entity != null) {
      add(problems, "/entity/entityType", EntityType.problem(entity.entityType()));
      add(problems, "/entity/id", RecordId.problem(entity.id()));
      add(problems, "/entity/field", JsonPointer.problem(entity.field()));
    }
    return problems;
  }

  private static void add(List<FieldProblem> problems, String path, @Nullable String problem) {
    if (problem != null) {
      problems.add(new FieldProblem(path, problem));
    }
  }

  /** Tells the same wish from another one under the same key. */
  private static String fingerprint(
      UploadRequest request, ContentType type, @Nullable String sha256, String space) {
    EntityField entity = request.entity();
    List<String> said =
        Arrays.asList(
            request.fileName(),
            type.value(),
            Long.toString(request.sizeBytes()),
            String.valueOf(sha256),
            space,
            entity == null ? "" : entity.entityType(),
            entity == null ? "" : entity.id(),
            entity == null ? "" : entity.field());
    StringBuilder text = new StringBuilder();
    for (String part : said) {
      text.append(part.getBytes(StandardCharsets.UTF_8).length).append(':').append(part);
    }
    return HexFormat.of().formatHex(CanonicalJson.sha256(text.toString()));
  }

  /** Why an upload was rejected, as its row remembers it. */
  MediaRejection rejection(Upload upload) {
    String[] kept = String.valueOf(upload.rejection()).split("\n", 2);
    return new MediaRejection(Code.valueOf(kept[0]), kept[1], List.of());
  }
}
