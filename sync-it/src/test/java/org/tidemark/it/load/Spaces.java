package org.tidemark.it.load;

import java.util.List;
import org.tidemark.launcher.DemoIdentity;

/** Makes spaces that the demo's two users share. */
public final class Spaces {

  private Spaces() {}

  /** Makes these spaces, with Ana and Ben as editors. */
  public static List<String> shared(DemoIdentity users, Wire wire, String... names) {
    var owner = users.token("ana");
    for (var name : names) {
      require(wire.ask(owner, "mutation{createSpace(space:\\\"" + name + "\\\"){space}}", "{}"));
      require(
          wire.ask(
              owner,
              "mutation{inviteMember(space:\\\""
                  + name
                  + "\\\",user:\\\"ben\\\",role:\\\"EDITOR\\\"){user}}",
              "{}"));
    }
    return List.of(names);
  }

  private static void require(Object answer) {
    if (answer.toString().contains("\"errors\"")) {
      throw new AssertionError(answer);
    }
  }
}
