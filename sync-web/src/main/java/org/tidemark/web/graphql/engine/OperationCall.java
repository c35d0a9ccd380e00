package org.tidemark.web.graphql.engine;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Map;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;
import org.tidemark.web.graphql.engine.Binder.Unbindable;

/** One operation of the API: binds its arguments and calls its method. */
final class OperationCall {
  private final String[] names;
  private final Binder[] binders;
  private final MethodHandle method;

  private OperationCall(String[] names, Binder[] binders, MethodHandle method) {
    this.names = names;
    this.binders = binders;
    this.method = method;
  }

  static OperationCall of(GraphQLFieldDefinition field, Method method, Object bean) {
    Parameter[] parameters = method.getParameters();
    String[] names = new String[parameters.length];
    Binder[] binders = new Binder[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      Name name = parameters[i].getAnnotation(Name.class);
      names[i] = name == null ? parameters[i].getName() : name.value();
      GraphQLArgument argument = field.getArgument(names[i]);
      if (argument == null) {
        throw new IllegalArgumentException(
            "No argument for parameter " + names[i] + " of " + method);
      }
      binders[i] = Binders.of(argument.getType(), parameters[i].getParameterizedType());
    }
    try {
      MethodHandle handle = MethodHandles.publicLookup().unreflect(method).bindTo(bean);
      return new OperationCall(names, binders, RecordBinder.spread(handle, names.length));
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(method + " must be public in a public class", e);
    }
  }

  @Nullable Object[] bind(Map<String, ? extends @Nullable Object> arguments) throws Unbindable {
    @Nullable Object[] bound = new @Nullable Object[names.length];
    for (int i = 0; i < names.length; i++) {
      bound[i] = binders[i].bind(arguments.get(names[i]));
    }
    return bound;
  }

  /** Calls the method; what it throws comes through. */
  @SuppressWarnings("TypeParameterUnusedInFormals")
  @Nullable Object call(@Nullable Object[] bound) throws Exception {
    try {
      return (Object) method.invokeExact(bound);
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("Neither an exception nor an error", e);
    }
  }
}
