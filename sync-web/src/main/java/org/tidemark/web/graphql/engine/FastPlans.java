package org.tidemark.web.graphql.engine;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.BooleanValue;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidemark.web.graphql.engine.ValuePlan.Each;
import org.tidemark.web.graphql.engine.ValuePlan.Leaf;
import org.tidemark.web.graphql.engine.ValuePlan.Member;
import org.tidemark.web.graphql.engine.ValuePlan.Members;
import org.tidemark.web.graphql.engine.ValuePlan.Required;

/** Works out the {@link FastPlan} of an operation of a valid document, where it has one. */
final class FastPlans {
  private final ApiSchema api;
  private final Document document;
  private final OperationDefinition operation;

  private FastPlans(ApiSchema api, Document document, OperationDefinition operation) {
    this.api = api;
    this.document = document;
    this.operation = operation;
  }

  /** Null where the operation has something that only graphql-java knows. */
  static @Nullable FastPlan of(ApiSchema api, Document document, OperationDefinition operation) {
    try {
      return new FastPlans(api, document, operation).plan();
    } catch (NotRegular e) {
      return null;
    }
  }

  private FastPlan plan() throws NotRegular {
    GraphQLObjectType root =
        operation.getOperation() == OperationDefinition.Operation.MUTATION
            ? api.schema().getMutationType()
            : api.schema().getQueryType();
    List<Selection> selections = operation.getSelectionSet().getSelections();
    if (!operation.getDirectives().isEmpty()
        || selections.size() != 1
        || !(selections.get(0) instanceof Field field)
        || !field.getDirectives().isEmpty()) {
      throw NotRegular.INSTANCE;
    }
    OperationCall call =
        api.operation(FieldCoordinates.coordinates(root.getName(), field.getName()));
    GraphQLFieldDefinition definition = root.getFieldDefinition(field.getName());
    if (call == null || definition == null) {
      throw NotRegular.INSTANCE;
    }
    List<FastPlan.Argument> arguments = new ArrayList<>();
    for (Argument argument : field.getArguments()) {
      arguments.add(argument(argument, definition.getArgument(argument.getName())));
    }
    ValuePlan result = value(definition.getType(), field.getSelectionSet());
    return new FastPlan(call, arguments, field.getResultKey(), result);
  }

  private FastPlan.Argument argument(Argument argument, GraphQLArgument definition)
      throws NotRegular {
    Value<?> value = argument.getValue();
    String name = argument.getName();
    if (value instanceof VariableReference reference) {
      boolean required = declaredAs(definition.getType(), reference.getName());
      return new FastPlan.Argument(name, reference.getName(), required, null);
    } else if (value instanceof StringValue text) {
      return new FastPlan.Argument(name, null, false, text.getValue());
    } else if (value instanceof BooleanValue bool) {
      return new FastPlan.Argument(name, null, false, bool.isValue());
    } else if (value instanceof IntValue number && number.getValue().bitLength() < 32) {
      return new FastPlan.Argument(name, null, false, number.getValue().intValue());
    }
    throw NotRegular.INSTANCE;
  }

  /**
   * Whether the variable was declared as never null; it must have the argument's own type
   * otherwise, for then the argument's binder checks all that its declaration asks.
   */
  private boolean declaredAs(GraphQLType type, String variable) throws NotRegular {
    for (VariableDefinition definition : operation.getVariableDefinitions()) {
      if (definition.getName().equals(variable)
          && definition.getDefaultValue() == null
          && definition.getDirectives().isEmpty()) {
        String declared = AstPrinter.printAst(definition.getType());
        String wanted = GraphQLTypeUtil.simplePrint(type);
        if (declared.equals(wanted) || declared.equals(wanted + "!")) {
          return declared.endsWith("!");
        }
      }
    }
    throw NotRegular.INSTANCE;
  }

  private ValuePlan value(GraphQLType type, @Nullable SelectionSet selected) throws NotRegular {
    if (type instanceof GraphQLNonNull required) {
      return new Required(value(required.getWrappedType(), selected));
    } else if (type instanceof GraphQLList list) {
      return new Each(value(list.getWrappedType(), selected));
    } else if (type instanceof GraphQLObjectType object) {
      Map<String, Field> fields = new LinkedHashMap<>();
      collect(object, selected, fields);
      return members(object, fields);
    }
    return new Leaf();
  }

  private void collect(
      GraphQLObjectType object, @Nullable SelectionSet selected, Map<String, Field> to)
      throws NotRegular {
    if (selected == null) {
      throw NotRegular.INSTANCE;
    }
    for (Selection<?> selection : selected.getSelections()) {
      if (selection instanceof Field field && field.getDirectives().isEmpty()) {
        if (to.put(field.getResultKey(), field) != null) {
          throw NotRegular.INSTANCE;
        }
      } else if (selection instanceof InlineFragment fragment
          && fragment.getDirectives().isEmpty()) {
        collect(object, fragment.getSelectionSet(), to);
      } else if (selection instanceof FragmentSpread spread && spread.getDirectives().isEmpty()) {
        collect(object, fragment(spread.getName()).getSelectionSet(), to);
      } else {
        throw NotRegular.INSTANCE;
      }
    }
  }

  /** Its type is the object's: the schema has no interfaces, so validation lets no other in. */
  private FragmentDefinition fragment(String name) throws NotRegular {
    for (FragmentDefinition each : document.getDefinitionsOfType(FragmentDefinition.class)) {
      if (each.getName().equals(name) && each.getDirectives().isEmpty()) {
        return each;
      }
    }
    throw NotRegular.INSTANCE;
  }

  private Members members(GraphQLObjectType object, Map<String, Field> fields) throws NotRegular {
    List<Member> members = new ArrayList<>();
    for (Map.Entry<String, Field> each : fields.entrySet()) {
      members.add(member(object, each.getKey(), each.getValue(), members.isEmpty()));
    }
    return new Members(members.toArray(new Member[0]));
  }

  private Member member(GraphQLObjectType object, String key, Field field, boolean first)
      throws NotRegular {
    if (field.getName().equals("__typename")) {
      String name = object.getName();
      return new Member(key, first, value -> name, new Leaf());
    }
    Function<Object, @Nullable Object> accessor =
        api.accessor(FieldCoordinates.coordinates(object.getName(), field.getName()));
    GraphQLFieldDefinition definition = object.getFieldDefinition(field.getName());
    if (accessor == null || definition == null || !field.getArguments().isEmpty()) {
      throw NotRegular.INSTANCE;
    }
    return new Member(key, first, accessor, value(definition.getType(), field.getSelectionSet()));
  }

  /** Something that only graphql-java knows. */
  private static final class NotRegular extends Exception {
    private static final long serialVersionUID = 1L;
    private static final NotRegular INSTANCE = new NotRegular();

    private NotRegular() {
      super("not regular", null, false, false);
    }
  }
}
