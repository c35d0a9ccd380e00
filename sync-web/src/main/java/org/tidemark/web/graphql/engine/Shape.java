package org.tidemark.web.graphql.engine;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLModifiedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Where in a variable's value JSON of the caller's own lies, which is read exactly and apart. */
sealed interface Shape {
  /** A value of the scalar JSON. */
  record Exact() implements Shape {}

  /** Lists are looked through: what is said of a list holds for each element. */
  record Members(Map<String, Shape> of) implements Shape {}

  /** No JSON inside. */
  record Plain() implements Shape {}

  Shape EXACT = new Exact();
  Shape PLAIN = new Plain();

  static Map<String, Shape> ofVariables(OperationDefinition operation, GraphQLSchema schema) {
    Map<String, Shape> shapes = new HashMap<>();
    for (VariableDefinition variable : operation.getVariableDefinitions()) {
      shapes.put(variable.getName(), of(type(variable.getType(), schema), 0));
    }
    return shapes;
  }

  private static Shape of(GraphQLType type, int depth) {
    if (type instanceof GraphQLModifiedType modified) {
      return of(modified.getWrappedType(), depth);
    } else if (type == JsonScalar.TYPE) {
      return EXACT;
    } else if (type instanceof GraphQLInputObjectType object && depth < 4) {
      Map<String, Shape> members = new HashMap<>();
      for (GraphQLInputObjectField field : object.getFieldDefinitions()) {
        Shape shape = of(field.getType(), depth + 1);
        if (shape != PLAIN) {
          members.put(field.getName(), shape);
        }
      }
      return members.isEmpty() ? PLAIN : new Members(members);
    }
    return PLAIN;
  }

  /** The schema's type of a declaration that validation has let through. */
  static GraphQLType type(Type<?> declared, GraphQLSchema schema) {
    if (declared instanceof NonNullType required) {
      return GraphQLNonNull.nonNull(type(required.getType(), schema));
    } else if (declared instanceof ListType list) {
      return GraphQLList.list(type(list.getType(), schema));
    }
    return Objects.requireNonNull(schema.getType(((TypeName) declared).getName()));
  }
}
