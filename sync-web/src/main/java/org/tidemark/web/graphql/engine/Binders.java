package org.tidemark.web.graphql.engine;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.JsonInput;
import org.tidemark.web.graphql.engine.Binder.Unbindable;

/** Makes the {@link Binder} of each argument from its GraphQL type and its Java type. */
final class Binders {
  private static final JsonInput ABSENT = JsonInput.ABSENT;

  private Binders() {}

  static Binder of(GraphQLType type, Type javaType) {
    if (type instanceof GraphQLNonNull required) {
      return required(of(required.getWrappedType(), javaType));
    } else if (type instanceof GraphQLList list && javaType instanceof ParameterizedType javaList) {
      return list(of(list.getWrappedType(), javaList.getActualTypeArguments()[0]));
    } else if (type instanceof GraphQLInputObjectType object && javaType instanceof Class<?> to) {
      return RecordBinder.of(object, to);
    } else if (type instanceof GraphQLEnumType constants && javaType instanceof Class<?> to) {
      return constant(constants, to);
    } else if (type instanceof GraphQLNamedType scalar) {
      return scalar(scalar.getName());
    }
    throw new IllegalArgumentException("No binding of " + type + " to " + javaType);
  }

  private static Binder required(Binder binder) {
    return value -> {
      if (value == null) {
        throw Unbindable.INSTANCE;
      }
      return binder.bind(value);
    };
  }

  private static Binder list(Binder element) {
    return value -> {
      if (value == null) {
        return null;
      } else if (!(value instanceof List<?> list)) {
        throw Unbindable.INSTANCE;
      } else {
        List<@Nullable Object> bound = new ArrayList<>(list.size());
        for (Object each : list) {
          bound.add(element.bind(each));
        }
        return bound;
      }
    };
  }

  /** By name: SmallRye registers the names as the enum's values. */
  private static Binder constant(GraphQLEnumType type, Class<?> javaType) {
    Map<Object, Object> byName = new HashMap<>();
    for (GraphQLEnumValueDefinition value : type.getValues()) {
      for (Object constant : javaType.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(value.getName())) {
          byName.put(value.getName(), constant);
        }
      }
    }
    return value -> value == null ? null : known(byName.get(value));
  }

  private static Binder scalar(String name) {
    return switch (name) {
      case "String", "ID" -> value -> only(value, String.class);
      case "Boolean" -> value -> only(value, Boolean.class);
      case "Int" -> value -> only(value, Integer.class);
      case "Float" -> Binders::floating;
      case DateTimeScalar.NAME -> Binders::instant;
      case JsonScalar.NAME -> value -> value == null ? ABSENT : only(value, JsonInput.class);
      default -> throw new IllegalArgumentException("No binding of the scalar " + name);
    };
  }

  private static @Nullable Object floating(@Nullable Object value) throws Unbindable {
    return value instanceof Integer number ? number.doubleValue() : only(value, Double.class);
  }

  private static @Nullable Object instant(@Nullable Object value) throws Unbindable {
    if (value == null || value instanceof Instant) {
      return value;
    }
    return known(DateTimeScalar.parse(value));
  }

  private static @Nullable Object only(@Nullable Object value, Class<?> type) throws Unbindable {
    if (value != null && !type.isInstance(value)) {
      throw Unbindable.INSTANCE;
    }
    return value;
  }

  private static Object known(@Nullable Object value) throws Unbindable {
    if (value == null) {
      throw Unbindable.INSTANCE;
    }
    return value;
  }
}
