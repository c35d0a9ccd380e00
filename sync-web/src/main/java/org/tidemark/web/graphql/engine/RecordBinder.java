package org.tidemark.web.graphql.engine;

import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a record of an input object: each member goes to the component of its name. */
final class RecordBinder implements Binder {
  private final String[] names;
  private final Binder[] binders;
  private final MethodHandle constructor;

  private RecordBinder(String[] names, Binder[] binders, MethodHandle constructor) {
    this.names = names;
    this.binders = binders;
    this.constructor = constructor;
  }

  static RecordBinder of(GraphQLInputObjectType type, Class<?> record) {
    RecordComponent[] components = record.getRecordComponents();
    String[] names = new String[components.length];
    Binder[] binders = new Binder[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      GraphQLInputObjectField field = type.getFieldDefinition(components[i].getName());
      names[i] = field.getName();
      binders[i] = Binders.of(field.getType(), components[i].getGenericType());
      types[i] = components[i].getType();
    }
    try {
      MethodHandle constructor =
          MethodHandles.publicLookup()
              .findConstructor(record, MethodType.methodType(void.class, types));
      return new RecordBinder(names, binders, spread(constructor, types.length));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(record + " needs a public canonical constructor", e);
    }
  }

  /** The handle as one that takes its arguments as an array. */
  static MethodHandle spread(MethodHandle handle, int arguments) {
    return handle
        .asFixedArity()
        .asType(MethodType.genericMethodType(arguments))
        .asSpreader(Object[].class, arguments);
  }

  @Override
  public @Nullable Object bind(@Nullable Object value) throws Unbindable {
    if (value == null) {
      return null;
    }
    if (!(value instanceof Map<?, ?> members)) {
      throw Unbindable.INSTANCE;
    }
    @Nullable Object[] arguments = new @Nullable Object[names.length];
    int taken = 0;
    for (int i = 0; i < names.length; i++) {
      Object member = members.get(names[i]);
      if (member != null || members.containsKey(names[i])) {
        taken++;
      }
      arguments[i] = binders[i].bind(member);
    }
    if (taken != members.size()) {
      throw Unbindable.INSTANCE;
    }
    return construct(arguments);
  }

  private Object construct(@Nullable Object[] arguments) {
    try {
      return (Object) constructor.invokeExact(arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("A record's constructor threw a checked exception", e);
    }
  }
}
