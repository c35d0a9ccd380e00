package org.tidemark.client.ledger;

/** The names of single values in the database. */
public final class Names {

  public static final String CLIENT_ID = "client_id";

  /** There once the server knew the client id as somebody else's. */
  public static final String CLIENT_ID_TAKEN = "client_id_taken";

  public static final String USER = "user";
  public static final String SERVER = "server";
  public static final String USUAL_SPACE = "usual_space";
  public static final String CURSOR = "cursor";
  public static final String GENERATION = "generation";

  /** There while a pull from the beginning has not come to its end. */
  public static final String FRESH = "fresh";

  public static final String SEQUENCE = "sequence";
  public static final String LAST_PULL = "last_pull";

  /** The server's time at the end of the last pull. */
  public static final String SERVER_TIME = "server_time";

  public static final String POLICIES_AT = "policies_at";

  /** The time before which the server does not want to be asked. */
  public static final String QUIET_UNTIL = "quiet_until";

  private Names() {}
}
