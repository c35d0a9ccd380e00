package org.tidemark.server.policy.control;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.InputStreamSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.mutation.FieldProblem;

/**
 * A JSON Schema (draft 2020-12) that a type's data must meet.
 *
 * <p>References to other documents are refused: a schema must not make the server fetch anything.
 */
public final class DataSchema {
  private static final int MOST_PROBLEMS = 20;
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V202012,
          builder -> builder.schemaLoaders(loaders -> loaders.add(DataSchema::refuse)));
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();

  private final JsonSchema schema;

  private DataSchema(JsonSchema schema) {
    this.schema = schema;
  }

  /**
   * Makes a schema ready. Much that is no schema gets through here, see {@link SchemaCheck}.
   *
   * @throws IllegalArgumentException where it is no valid schema; its message says why
   */
  static DataSchema compile(JsonObject schema) {
    try {
      JsonSchema compiled =
          FACTORY.getSchema(CanonicalJson.print(schema), InputFormat.JSON, CONFIG);
      compiled.initializeValidators();
      return new DataSchema(compiled);
    } catch (JsonSchemaException e) {
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    }
  }

  /** What is wrong with the data, by place below {@code /data}; empty: nothing. */
  public List<FieldProblem> check(Document data) {
    return check(data, Locale.ROOT);
  }

  /** As {@link #check(Document)}, in the language of the person who reads it, where it is known. */
  public List<FieldProblem> check(Document data, Locale language) {
    try {
      return validate(data, language).stream()
          .limit(MOST_PROBLEMS)
          .map(m -> new FieldProblem("/data" + m.getInstanceLocation(), m.getMessage()))
          .toList();
    } catch (StackOverflowError endless) {
      return List.of(
          new FieldProblem(
              "/data", "can't be checked: the schema refers to itself without an end"));
    }
  }

  /** Whether it leads in a circle before it has looked at anything. */
  boolean isEndless() {
    try {
      validate(Document.of(JsonObject.EMPTY), Locale.ROOT);
      return false;
    } catch (StackOverflowError endless) {
      return true;
    }
  }

  private Set<ValidationMessage> validate(Document data, Locale language) {
    return schema.validate(
        data.text(), InputFormat.JSON, context -> context.getExecutionConfig().setLocale(language));
  }

  private static InputStreamSource refuse(AbsoluteIri iri) {
    throw new OtherDocument(iri.toString());
  }

  /** A schema that refers to another document. */
  static final class OtherDocument extends JsonSchemaException {
    private static final long serialVersionUID = 1L;
    final String address;

    OtherDocument(String address) {
      super("references to other documents are not allowed: " + address);
      this.address = address;
    }
  }
}
