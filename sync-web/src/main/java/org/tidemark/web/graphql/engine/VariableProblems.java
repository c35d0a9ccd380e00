package org.tidemark.web.graphql.engine;

import graphql.GraphQLContext;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.mutation.FieldProblem;

/** Finds where variables are wrong: graphql-java says that they are, but not in which place. */
final class VariableProblems {
  private static final int MOST = 20;

  private final List<FieldProblem> found = new ArrayList<>();

  private VariableProblems() {}

  /** The first places, as pointers into the variables. */
  static List<FieldProblem> find(
      GraphQLSchema schema,
      OperationDefinition operation,
      Map<String, @Nullable Object> variables) {
    VariableProblems problems = new VariableProblems();
    for (VariableDefinition variable : operation.getVariableDefinitions()) {
      Object value = variables.get(variable.getName());
      if (value != null || variable.getDefaultValue() == null) {
        problems.check("/" + variable.getName(), Shape.type(variable.getType(), schema), value);
      }
    }
    return problems.found;
  }

  private void check(String path, GraphQLType type, @Nullable Object value) {
    if (found.size() >= MOST) {
      return;
    }
    if (type instanceof GraphQLNonNull required) {
      if (value == null) {
        report(path, "must be given");
      } else {
        check(path, required.getWrappedType(), value);
      }
    } else if (value != null) {
      checkPresent(path, type, value);
    }
  }

  private void checkPresent(String path, GraphQLType type, Object value) {
    if (type instanceof GraphQLList list) {
      if (!(value instanceof List<?> elements)) {
        check(path, list.getWrappedType(), value);
        return;
      }
      for (int i = 0; i < elements.size(); i++) {
        check(path + "/" + i, list.getWrappedType(), elements.get(i));
      }
    } else if (type instanceof GraphQLInputObjectType object) {
      checkMembers(path, object, value);
    } else if (type instanceof GraphQLScalarType scalar && !isValue(scalar, value)) {
      report(path, "must be of the type " + scalar.getName());
    } else if (type instanceof GraphQLEnumType constants
        && (!(value instanceof String name) || constants.getValue(name) == null)) {
      report(path, "must be a name of " + constants.getName());
    }
  }

  private void checkMembers(String path, GraphQLInputObjectType object, Object value) {
    if (!(value instanceof Map<?, ?> members)) {
      report(path, "must be an object");
      return;
    }
    for (Object name : members.keySet()) {
      if (object.getFieldDefinition(String.valueOf(name)) == null) {
        report(path, "has an unknown member");
      }
    }
    for (GraphQLInputObjectField field : object.getFieldDefinitions()) {
      Object member = members.get(field.getName());
      check(path + "/" + field.getName(), field.getType(), member);
    }
  }

  private void report(String path, String problem) {
    if (found.size() < MOST) {
      found.add(new FieldProblem(path, problem));
    }
  }

  private static boolean isValue(GraphQLScalarType scalar, Object value) {
    try {
      return scalar.getCoercing().parseValue(value, GraphQLContext.getDefault(), Locale.ENGLISH)
          != null;
    } catch (CoercingParseValueException e) {
      return false;
    }
  }
}
