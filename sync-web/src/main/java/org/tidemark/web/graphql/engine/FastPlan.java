package org.tidemark.web.graphql.engine;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.web.graphql.engine.Binder.Unbindable;
import org.tidemark.web.graphql.engine.ValuePlan.Irregular;

/**
 * The fast lane: an operation with one field, its arguments bound straight from the variables and
 * its result written straight to bytes.
 *
 * <p>It knows only the regular case. Whatever is not regular goes the general way, by graphql-java,
 * which alone knows how to coerce an unusual value and how to word an error; so both ways answer
 * alike to the byte. Nothing is called twice: when the call has been made and its result cannot be
 * written here, the general way takes that outcome in place of a call.
 */
final class FastPlan {
  private final OperationCall call;
  private final List<Argument> arguments;
  private final byte[] head;
  private final ValuePlan result;

  FastPlan(OperationCall call, List<Argument> arguments, String key, ValuePlan result) {
    this.call = call;
    this.arguments = arguments;
    this.head = ("{\"data\":{\"" + key + "\":").getBytes(StandardCharsets.US_ASCII);
    this.result = result;
  }

  /**
   * Where an argument comes from.
   *
   * @param variable null where the value is a constant
   * @param required whether the variable was declared as not null
   */
  record Argument(
      String name, @Nullable String variable, boolean required, @Nullable Object constant) {}

  /** Null: nothing was called, take the general way. */
  @Nullable Attempt run(Map<String, @Nullable Object> variables) {
    @Nullable Object[] bound;
    try {
      bound = call.bind(arguments(variables));
    } catch (Unbindable e) {
      return null;
    }
    Object value;
    try {
      value = call.call(bound);
    } catch (Exception e) {
      return new Attempt(null, new Outcome(null, e));
    }
    AnswerBuffer to = new AnswerBuffer(1 << 16);
    try {
      to.add(head);
      result.write(value, to);
      return new Attempt(to.addJson("}}"), null);
    } catch (Irregular e) {
      return new Attempt(null, new Outcome(value, null));
    }
  }

  /** Either the answer, or the outcome that the general way must answer with. */
  record Attempt(@Nullable AnswerBuffer answer, @Nullable Outcome outcome) {}

  private Map<String, @Nullable Object> arguments(Map<String, @Nullable Object> variables)
      throws Unbindable {
    Map<String, @Nullable Object> values = new HashMap<>();
    for (Argument argument : arguments) {
      Object value = argument.constant;
      if (argument.variable != null) {
        value = variables.get(argument.variable);
        if (value == null && argument.required) {
          throw Unbindable.INSTANCE;
        }
      }
      values.put(argument.name, value);
    }
    return values;
  }
}
