package org.tidemark.console.policies;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.JsonPointer;
import org.tidemark.core.policy.FieldRule;

/** The rule of one field, as a form has it. */
public final class FieldRow implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable String pointer;
  private FieldRule rule;

  FieldRow(@Nullable String pointer, FieldRule rule) {
    this.pointer = pointer;
    this.rule = rule;
  }

  /** Where a problem with it is told, as the pointer of the policy's member. */
  public String getPlace() {
    return "/rules" + JsonPointer.field(pointer == null ? "" : pointer.strip());
  }

  public @Nullable String getPointer() {
    return pointer;
  }

  public void setPointer(@Nullable String value) {
    pointer = value;
  }

  public FieldRule getRule() {
    return rule;
  }

  public void setRule(FieldRule value) {
    rule = value;
  }
}
