package org.tidemark.launcher;

import java.io.Serial;

/** Somebody else has taken a port between its choice and its use. */
final class PortTaken extends StartFailure {

  @Serial private static final long serialVersionUID = 1L;

  PortTaken(Addresses addresses) {
    super(
        "Port %d or %d was taken by another program while the server started."
            .formatted(addresses.httpPort(), addresses.managementPort()));
  }
}
