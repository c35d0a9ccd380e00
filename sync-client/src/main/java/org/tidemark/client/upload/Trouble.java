package org.tidemark.client.upload;

import org.tidemark.client.engine.Failures;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.UploadProblems;
import org.tidemark.client.transfer.Setback;
import org.tidemark.client.transport.TransportFailure;

/** Why an upload did not come to its end, and what that means for it. */
record Trouble(Setback setback, Problem problem) {

  /** At the control plane. */
  static Trouble of(TransportFailure failure, boolean known) {
    return new Trouble(Setback.of(failure, known), Failures.problem(failure));
  }

  /** The server has deleted what it had. */
  static Trouble gone(String how) {
    return new Trouble(Setback.RESTART, UploadProblems.begunAnew(how));
  }

  /**
   * At the data plane, which knows no users: whatever it says, the control plane is asked next what
   * became of the upload.
   */
  static Trouble ofPart(TransportFailure failure) {
    Problem problem = Failures.problem(failure);
    if (Setback.isStale(failure) || Failures.isOfTheWay(problem)) {
      problem = UploadProblems.addressRefused(failure.toString());
    }
    return new Trouble(Setback.RETRY, problem);
  }
}
