package org.tidemark.web.graphql.engine;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a function of a getter, as fast as a lambda that calls it. */
final class Accessors {
  private Accessors() {}

  @SuppressWarnings("unchecked")
  static Function<Object, @Nullable Object> of(Class<?> owner, String name) {
    try {
      Method method = owner.getMethod(name);
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      MethodHandle getter = lookup.unreflect(method);
      return (Function<Object, @Nullable Object>)
          LambdaMetafactory.metafactory(
                  lookup,
                  "apply",
                  MethodType.methodType(Function.class),
                  MethodType.methodType(Object.class, Object.class),
                  getter,
                  MethodType.methodType(
                      MethodType.methodType(method.getReturnType()).wrap().returnType(), owner))
              .getTarget()
              .invoke();
    } catch (Throwable e) {
      throw new IllegalArgumentException("No accessor " + name + " in " + owner, e);
    }
  }
}
