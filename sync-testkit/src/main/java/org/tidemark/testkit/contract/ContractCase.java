package org.tidemark.testkit.contract;

/** One case of the contract; its name says what is done, when, and what comes of it. */
public record ContractCase(String name, Script script) {

  /** What happens in a case; what it expects, it asserts itself. */
  public interface Script {
    void run(Play play);
  }

  /**
   * Plays the case.
   *
   * @param tag begins every name, so that plays on one server don't meet
   * @return every answer in full, but for names and times that the server made
   */
  public String play(ServerSubject server, String tag) {
    Play play = new Play(server, tag);
    script.run(play);
    return play.transcript();
  }

  @Override
  public String toString() {
    return name;
  }
}
