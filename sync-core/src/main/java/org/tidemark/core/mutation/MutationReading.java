package org.tidemark.core.mutation;

/** What came of reading a draft: a mutation, or a refusal that lists every problem. */
public sealed interface MutationReading {

  /** The draft is a mutation. */
  record Valid(Mutation mutation) implements MutationReading {}

  /** The draft is refused. */
  record Invalid(Rejection rejection) implements MutationReading {}
}
