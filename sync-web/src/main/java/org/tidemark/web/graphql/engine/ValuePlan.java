package org.tidemark.web.graphql.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a value of an answer is written: worked out once for a document, run for each answer. */
sealed interface ValuePlan {
  void write(@Nullable Object value, AnswerBuffer to) throws Irregular;

  /** A scalar or an enum's constant. */
  record Leaf() implements ValuePlan {
    @Override
    public void write(@Nullable Object value, AnswerBuffer to) {
      ValueWriter.write(value, to);
    }
  }

  /** A value that must be there. */
  record Required(ValuePlan of) implements ValuePlan {
    @Override
    public void write(@Nullable Object value, AnswerBuffer to) throws Irregular {
      if (value == null) {
        throw Irregular.INSTANCE;
      }
      of.write(value, to);
    }
  }

  /** A list. */
  record Each(ValuePlan element) implements ValuePlan {
    @Override
    public void write(@Nullable Object value, AnswerBuffer to) throws Irregular {
      if (value == null) {
        to.addNull();
        return;
      }
      List<?> list = (List<?>) value;
      to.add('[');
      for (int i = 0; i < list.size(); i++) {
        if (i > 0) {
          to.add(',');
        }
        element.write(list.get(i), to);
      }
      to.add(']');
    }
  }

  /** An object, of which the selected members are written. */
  @SuppressWarnings("ArrayRecordComponent")
  record Members(Member[] members) implements ValuePlan {
    @Override
    public void write(@Nullable Object value, AnswerBuffer to) throws Irregular {
      if (value == null) {
        to.addNull();
        return;
      }
      to.add('{');
      for (Member member : members) {
        to.add(member.label);
        member.plan.write(member.read.apply(value), to);
      }
      to.add('}');
    }
  }

  /** One selected member; its label is its name, with the comma before it and the colon after. */
  final class Member {
    private final byte[] label;
    private final Function<Object, @Nullable Object> read;
    private final ValuePlan plan;

    Member(String key, boolean first, Function<Object, @Nullable Object> read, ValuePlan plan) {
      String text = (first ? "" : ",") + '"' + key + "\":";
      this.label = text.getBytes(StandardCharsets.US_ASCII);
      this.read = read;
      this.plan = plan;
    }
  }

  /** A null where none may be: graphql-java says what then becomes of the answer. */
  final class Irregular extends Exception {
    private static final long serialVersionUID = 1L;
    static final Irregular INSTANCE = new Irregular();

    private Irregular() {
      super("irregular", null, false, false);
    }
  }
}
