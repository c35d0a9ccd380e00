package org.tidemark.web.graphql.engine;

import com.fasterxml.jackson.core.JsonParser;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonInput;
import org.tidemark.core.json.JsonReader;

/**
 * The scalar JSON. Input is a {@link JsonInput}, so that a bad value is refused by whoever uses it,
 * not by the request; output goes through as it is and {@link ValueWriter} writes it.
 */
final class JsonScalar implements Coercing<Object, Object> {
  static final String NAME = "JSON";

  static final GraphQLScalarType TYPE =
      GraphQLScalarType.newScalar()
          .name(NAME)
          .description("Any JSON value; numbers are exact decimals.")
          .coercing(new JsonScalar())
          .build();

  private JsonScalar() {}

  @Override
  public Object serialize(Object result, GraphQLContext context, Locale locale) {
    if (result instanceof Document || result instanceof Json) {
      return result;
    }
    throw new CoercingSerializeException("Expected a JSON value.");
  }

  @Override
  public Object parseValue(Object input, GraphQLContext context, Locale locale) {
    if (input instanceof JsonInput) {
      return input;
    }
    throw new CoercingParseValueException("Expected a JSON value.");
  }

  @Override
  public Object parseLiteral(
      Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
    AnswerBuffer text = new AnswerBuffer(256);
    JsonInput refused = print(literal, variables, text);
    return refused == null ? read(text.text()) : refused;
  }

  private static JsonInput read(String text) {
    try (JsonParser parser = JsonBodies.parser(text)) {
      parser.nextToken();
      return JsonReader.readValue(parser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Prints a literal as JSON text; gives the variable's refusal where one inside is not valid. */
  private static @Nullable JsonInput print(
      Value<?> literal, CoercedVariables variables, AnswerBuffer to) {
    if (literal instanceof ObjectValue object) {
      return printObject(object, variables, to);
    } else if (literal instanceof ArrayValue array) {
      return printArray(array, variables, to);
    } else if (literal instanceof VariableReference variable) {
      return printVariable(variables.get(variable.getName()), to);
    } else if (literal instanceof StringValue string) {
      to.addString(string.getValue());
    } else if (literal instanceof IntValue number) {
      to.addJson(number.getValue().toString());
    } else if (literal instanceof FloatValue number) {
      to.addJson(number.getValue().toString());
    } else if (literal instanceof BooleanValue bool) {
      to.add(bool.isValue());
    } else if (literal instanceof NullValue) {
      to.addNull();
    } else {
      throw new CoercingParseLiteralException("Expected a JSON value, not an enum's name.");
    }
    return null;
  }

  private static @Nullable JsonInput printObject(
      ObjectValue object, CoercedVariables variables, AnswerBuffer to) {
    to.add('{');
    String separator = "";
    for (ObjectField field : object.getObjectFields()) {
      to.addJson(separator).addString(field.getName()).add(':');
      separator = ",";
      JsonInput refused = print(field.getValue(), variables, to);
      if (refused != null) {
        return refused;
      }
    }
    to.add('}');
    return null;
  }

  private static @Nullable JsonInput printArray(
      ArrayValue array, CoercedVariables variables, AnswerBuffer to) {
    to.add('[');
    String separator = "";
    for (Value<?> element : array.getValues()) {
      to.addJson(separator);
      separator = ",";
      JsonInput refused = print(element, variables, to);
      if (refused != null) {
        return refused;
      }
    }
    to.add(']');
    return null;
  }

  private static @Nullable JsonInput printVariable(@Nullable Object value, AnswerBuffer to) {
    if (value instanceof JsonInput.Invalid invalid) {
      return invalid;
    } else if (value instanceof JsonInput.Valid valid) {
      to.addJson(CanonicalJson.print(valid.value()));
    } else if (value == null || value instanceof JsonInput.Absent) {
      to.addNull();
    } else {
      throw new CoercingParseLiteralException("A variable inside JSON must be of the type JSON.");
    }
    return null;
  }
}
