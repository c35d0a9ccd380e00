package org.tidemark.server.record.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Locale;
import java.util.Optional;
import org.tidemark.core.json.Document;
import org.tidemark.core.mutation.Rejection;
import org.tidemark.core.record.RecordKey;
import org.tidemark.server.database.Database;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.policy.control.DataRules;
import org.tidemark.server.policy.control.PolicyStore;
import org.tidemark.server.push.control.Outcome;
import org.tidemark.server.record.control.Restoration;
import org.tidemark.server.record.control.Restorer;
import org.tidemark.server.record.entity.RevisionRow;

/** The transactions of restoring. */
@Stateless
@PermitAll
public class RestoreTransaction {
  @PersistenceContext(unitName = "sync")
  private EntityManager entities;

  @Inject private Database database;
  @Inject private PolicyStore policies;
  @Inject private DataRules rules;
  @Inject private Restorer restorer;

  public Optional<Rejection> refusal(RecordKey key, RevisionPlace place, Locale language) {
    Document data = data(key, place);
    return database.call(
        connection ->
            Optional.ofNullable(
                rules.refusal(
                    policies.book(connection).find(key.type(), key.space()), data, language)));
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Outcome restore(Restoration restoration, RevisionPlace place) {
    Document data = data(restoration.key(), place);
    return database.call(connection -> restorer.restore(connection, restoration, data));
  }

  private Document data(RecordKey key, RevisionPlace place) {
    RevisionRow row = entities.find(RevisionRow.class, place.in(key));
    if (row == null) {
      throw Failures.unknown("/place", "That version");
    }
    if (row.data == null) {
      throw Failures.invalid("/place", "is a version in which the record was deleted");
    }
    return Document.ofCanonical(row.data);
  }
}
