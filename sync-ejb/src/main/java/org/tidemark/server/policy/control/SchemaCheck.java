package org.tidemark.server.policy.control;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.SpecVersionDetector;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.InputStreamSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.policy.PolicyMistake;
import org.tidemark.core.policy.PolicyProblem;

/**
 * Tells what is wrong with a JSON Schema that somebody writes, by the meta-schema of its dialect.
 *
 * <p>The meta-schemas come with the library, and nothing is fetched. What was saved before is not
 * checked again: it goes on as it did.
 */
final class SchemaCheck {
  private static final String PLACE = "/schema";
  // Each part of a schema that is none brings about ten messages. A large schema gets its first.
  private static final int LARGE_CHARS = 20_000;
  private static final Pattern NOWHERE = Pattern.compile("Reference (.*) cannot be resolved");
  private static final String BUNDLED = "classpath:draft";
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();

  /** One for each dialect that the library knows, at most. */
  private static final Map<VersionFlag, JsonSchema> META_SCHEMAS = new ConcurrentHashMap<>();

  private SchemaCheck() {}

  /** All that is wrong, by place below {@code /schema}; empty: nothing. */
  static List<PolicyProblem> problems(JsonObject schema) {
    String text = schema.canonicalText();
    // Of a dialect that it doesn't know the library says so itself, below.
    Optional<VersionFlag> dialect =
        schema.get("$schema") instanceof JsonString named
            ? SpecVersionDetector.detectOptionalVersion(named.value())
            : Optional.of(VersionFlag.V202012);
    List<PolicyProblem> problems = dialect.map(each -> byMetaSchema(text, each)).orElse(List.of());
    return problems.isEmpty() ? byCompiling(schema, dialect.isPresent()) : problems;
  }

  private static List<PolicyProblem> byMetaSchema(String text, VersionFlag dialect) {
    if (text.length() <= LARGE_CHARS) {
      return byMetaSchema(text, dialect, true, false);
    }
    // A format that is not checked here must not be the first, and hide the rest.
    List<PolicyProblem> first = byMetaSchema(text, dialect, false, true);
    return first.isEmpty() ? byMetaSchema(text, dialect, true, true) : first;
  }

  /** The patterns are among the formats. */
  private static List<PolicyProblem> byMetaSchema(
      String text, VersionFlag dialect, boolean formats, boolean firstOnly) {
    Set<ValidationMessage> messages =
        META_SCHEMAS
            .computeIfAbsent(dialect, SchemaCheck::metaSchema)
            .validate(
                text,
                InputFormat.JSON,
                context -> {
                  context.getExecutionConfig().setFormatAssertionsEnabled(formats);
                  context.getExecutionConfig().setFailFast(firstOnly);
                });
    return SchemaMistakes.of(PLACE, messages);
  }

  /** What shows only when it is made ready: references, and dialects that are not known. */
  private static List<PolicyProblem> byCompiling(JsonObject schema, boolean dialectIsKnown) {
    try {
      return DataSchema.compile(schema).isEndless()
          ? List.of(PolicyProblem.of(PLACE, PolicyMistake.ENDLESS))
          : List.of();
    } catch (IllegalArgumentException e) {
      if (!dialectIsKnown) {
        return List.of(
            PolicyProblem.of(
                PLACE + "/$schema", PolicyMistake.NOT_KNOWN, VersionFlag.V202012.getId()));
      }
      return List.of(broken(schema, e));
    }
  }

  /** The library says what can't be followed, and not where that stands. */
  private static PolicyProblem broken(JsonObject schema, IllegalArgumentException e) {
    String reason = reason(e);
    Matcher nowhere = NOWHERE.matcher(reason);
    if (nowhere.find()) {
      String target = "#" + nowhere.group(1);
      SchemaReference found = SchemaReference.find(schema, target::equals);
      return found == null
          ? PolicyProblem.of(PLACE, PolicyMistake.LEADS_NOWHERE, target)
          : PolicyProblem.of(PLACE + found.pointer(), PolicyMistake.LEADS_NOWHERE, target);
    }
    SchemaReference other =
        e.getCause() instanceof DataSchema.OtherDocument cause
            ? toOther(schema, cause.address)
            : null;
    return other == null
        ? PolicyProblem.of(PLACE, PolicyMistake.NO_SCHEMA, reason)
        : PolicyProblem.of(PLACE + other.pointer(), PolicyMistake.OTHER_DOCUMENT, other.target());
  }

  private static @Nullable SchemaReference toOther(JsonObject schema, String address) {
    SchemaReference exact =
        SchemaReference.find(
            schema, to -> !to.startsWith("#") && address.endsWith(to.replaceFirst("#.*", "")));
    return exact == null ? SchemaReference.find(schema, to -> !to.startsWith("#")) : exact;
  }

  private static String reason(IllegalArgumentException e) {
    String message = String.valueOf(e.getMessage());
    // The library puts the names of Java's classes before what it hands on.
    return message.replaceFirst("^(?:[\\w.]+Exception: )+", "").lines().findFirst().orElse("");
  }

  private static JsonSchema metaSchema(VersionFlag dialect) {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(
                dialect,
                builder -> builder.schemaLoaders(loaders -> loaders.add(SchemaCheck::bundled)))
            .getSchema(SchemaLocation.of(dialect.getId()), CONFIG);
    schema.initializeValidators();
    return schema;
  }

  /** The library's own copy, through its own class loader: a caller's may not see it. */
  private static InputStreamSource bundled(AbsoluteIri iri) {
    String name = iri.toString();
    if (!name.startsWith(BUNDLED)) {
      throw new IllegalStateException("no meta-schema is fetched: " + name);
    }
    String path = "/" + name.substring("classpath:".length());
    return () -> Objects.requireNonNull(JsonSchemaFactory.class.getResourceAsStream(path), path);
  }
}
