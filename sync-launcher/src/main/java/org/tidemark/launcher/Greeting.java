package org.tidemark.launcher;

import java.nio.file.Path;

/** What the terminal shows when the server is ready. */
final class Greeting {

  private static final String EDIT =
      """
      {"query":"mutation($input: SyncInput!) { sync(input: $input) { results { clientMutationId status version error { code message } } } }",\
      "variables":{"input":{"clientId":"terminal","mutations":[{"clientMutationId":"\
      '$(date +%s)'\
      ","operation":"UPSERT","space":"demo","entityType":"task","id":"first-steps","data":{"title":"Paste a line","done":true},"updatedAt":"\
      '$(date -u +%Y-%m-%dT%H:%M:%SZ)'\
      "}]}}}""";

  private Greeting() {}

  static String text(Addresses addresses, Path envFile) {
    return """

        Tidemark is ready.

          API       %s/graphql, changes at %s/api/v1/changes
          Console   %s (sign in as admin, or as auditor to look on)
          Health    %s
          Metrics   %s
          Users     ana and ben (editors of the space demo), admin
                    Their tokens and the console's passwords: %s

        Push an edit as ana:

          %s

        Ctrl-C stops it. The data stays.
        """
        .formatted(
            addresses.sync(),
            addresses.sync(),
            addresses.console(),
            addresses.health(),
            addresses.metrics(),
            envFile,
            curl(envFile));
  }

  static String curl(Path envFile) {
    return ". "
        + shell(envFile)
        + "; curl -sS \"$SYNC_URL/graphql\" -H \"Authorization: Bearer $SYNC_TOKEN_ANA\""
        + " -H 'Content-Type: application/json' -d '"
        + EDIT
        + "'; echo";
  }

  // A dot command looks a name without a slash up in the PATH.
  private static String shell(Path file) {
    var name = file.getNameCount() == 1 && !file.isAbsolute() ? "./" + file : file.toString();
    return name.matches("[A-Za-z0-9._/-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
  }
}
