package org.tidemark.web.graphql.engine;

import graphql.Scalars;
import graphql.TrivialDataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.bootstrap.Bootstrap;
import io.smallrye.graphql.scalar.GraphQLScalarTypes;
import io.smallrye.graphql.schema.SchemaBuilder;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.schema.model.Type;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonInput;

/**
 * The API's schema: SmallRye makes it of the annotated classes, and its fetchers are replaced.
 * SmallRye's own would turn each argument into text and back (through JSON-B, where a number loses
 * digits and a duplicate key is silently dropped) and look a bean up for each call.
 */
final class ApiSchema {
  private final GraphQLSchema schema;
  private final Map<FieldCoordinates, OperationCall> operations;
  private final Map<FieldCoordinates, Function<Object, @Nullable Object>> accessors;

  private ApiSchema(
      GraphQLSchema schema,
      Map<FieldCoordinates, OperationCall> operations,
      Map<FieldCoordinates, Function<Object, @Nullable Object>> accessors) {
    this.schema = schema;
    this.operations = operations;
    this.accessors = accessors;
  }

  /**
   * @param index the annotated classes
   * @param beans gives the instance of an API class, called once for each
   */
  static ApiSchema build(IndexView index, Function<Class<?>, Object> beans, ClassLoader classes) {
    registerScalars();
    Schema model = SchemaBuilder.build(index);
    GraphQLSchema plain = Bootstrap.bootstrap(model, true);
    Map<FieldCoordinates, OperationCall> operations = new HashMap<>();
    Map<String, Object> instances = new HashMap<>();
    Function<String, Object> instance =
        name -> instances.computeIfAbsent(name, each -> beans.apply(load(each, classes)));
    addOperations(model.getQueries(), plain.getQueryType(), instance, classes, operations);
    addOperations(model.getMutations(), plain.getMutationType(), instance, classes, operations);
    Map<FieldCoordinates, Function<Object, @Nullable Object>> accessors = new HashMap<>();
    for (Type type : model.getTypes().values()) {
      for (Field field : type.getFields().values()) {
        accessors.put(
            FieldCoordinates.coordinates(type.getName(), field.getName()),
            Accessors.of(load(type.getClassName(), classes), field.getMethodName()));
      }
    }
    GraphQLCodeRegistry registry = fetchers(plain, operations, accessors);
    GraphQLSchema schema = plain.transformWithoutTypes(builder -> builder.codeRegistry(registry));
    return new ApiSchema(schema, Map.copyOf(operations), Map.copyOf(accessors));
  }

  GraphQLSchema schema() {
    return schema;
  }

  /** The operation behind a field of the query or mutation root; null for introspection. */
  @Nullable OperationCall operation(FieldCoordinates field) {
    return operations.get(field);
  }

  /** Reads a field of a result; null for a field that is not one of ours. */
  @Nullable Function<Object, @Nullable Object> accessor(FieldCoordinates field) {
    return accessors.get(field);
  }

  /** SmallRye keeps scalars in static tables; its own Int and Float would take strings too. */
  private static synchronized void registerScalars() {
    for (Class<?> type : List.of(JsonInput.class, Document.class, Json.class)) {
      io.smallrye.graphql.schema.model.Scalars.registerCustomScalarInSchema(
          JsonScalar.NAME, type.getName());
      GraphQLScalarTypes.registerCustomScalar(JsonScalar.NAME, type.getName(), JsonScalar.TYPE);
    }
    GraphQLScalarTypes.registerCustomScalar(
        DateTimeScalar.NAME, Instant.class.getName(), DateTimeScalar.TYPE);
    GraphQLScalarTypes.registerCustomScalar("Int", Integer.class.getName(), Scalars.GraphQLInt);
    GraphQLScalarTypes.registerCustomScalar("Float", Double.class.getName(), Scalars.GraphQLFloat);
  }

  private static void addOperations(
      Collection<Operation> from,
      GraphQLObjectType root,
      Function<String, Object> instance,
      ClassLoader classes,
      Map<FieldCoordinates, OperationCall> to) {
    for (Operation operation : from) {
      Object bean = instance.apply(operation.getClassName());
      GraphQLFieldDefinition field = root.getFieldDefinition(operation.getName());
      to.put(
          FieldCoordinates.coordinates(root.getName(), field.getName()),
          OperationCall.of(field, method(operation, classes), bean));
    }
  }

  /** Of the class itself, since a container's proxy has no annotations on its parameters. */
  private static Method method(Operation operation, ClassLoader classes) {
    return Arrays.stream(load(operation.getClassName(), classes).getMethods())
        .filter(method -> method.getName().equals(operation.getMethodName()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No public method for " + operation));
  }

  private static GraphQLCodeRegistry fetchers(
      GraphQLSchema schema,
      Map<FieldCoordinates, OperationCall> operations,
      Map<FieldCoordinates, Function<Object, @Nullable Object>> accessors) {
    return schema
        .getCodeRegistry()
        .transform(
            builder -> {
              operations.forEach(
                  (field, call) -> builder.dataFetcher(field, new OperationFetcher(call)));
              accessors.forEach((field, accessor) -> builder.dataFetcher(field, trivial(accessor)));
            });
  }

  private static TrivialDataFetcher<@Nullable Object> trivial(
      Function<Object, @Nullable Object> accessor) {
    return environment -> accessor.apply(environment.getSource());
  }

  private static Class<?> load(String name, ClassLoader classes) {
    try {
      return Class.forName(name, true, classes);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("Indexed but not there: " + name, e);
    }
  }
}
