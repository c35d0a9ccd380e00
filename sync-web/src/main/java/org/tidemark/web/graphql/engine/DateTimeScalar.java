package org.tidemark.web.graphql.engine;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.Timestamps;

/** The scalar DateTime: RFC 3339 in, with any offset; UTC with milliseconds out. */
final class DateTimeScalar implements Coercing<Instant, String> {
  static final String NAME = "DateTime";

  static final GraphQLScalarType TYPE =
      GraphQLScalarType.newScalar()
          .name(NAME)
          .description("An instant as in RFC 3339, in UTC and cut to milliseconds.")
          .coercing(new DateTimeScalar())
          .build();

  private static final String EXPECTED = "Expected a time as in RFC 3339, with its offset.";

  private DateTimeScalar() {}

  @Override
  public String serialize(Object result, GraphQLContext context, Locale locale) {
    if (result instanceof Instant instant) {
      return Timestamps.print(instant);
    }
    throw new CoercingSerializeException("Expected an instant.");
  }

  @Override
  public Instant parseValue(Object input, GraphQLContext context, Locale locale) {
    Instant instant = parse(input);
    if (instant == null) {
      throw new CoercingParseValueException(EXPECTED);
    }
    return instant;
  }

  @Override
  public Instant parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    Instant instant = input instanceof StringValue text ? parse(text.getValue()) : null;
    if (instant == null) {
      throw new CoercingParseLiteralException(EXPECTED);
    }
    return instant;
  }

  /** Null where this is no time. */
  static @Nullable Instant parse(Object input) {
    return input instanceof String text ? Timestamps.parse(text) : null;
  }
}
