package org.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.app.Browser.Answer;
import org.tidemark.app.Home.Copy;

/** What a page asks of a copy, in few words. */
final class Asking {

  static final String NOTES = "?space=demo&type=note";
  static final String INVOICES = "?space=demo&type=invoice";

  private Asking() {}

  static void sync(Copy copy) {
    assertThat(copy.app().workplace().client().syncNow().problem()).isNull();
  }

  /** A member of an answer, of which there is one by that name or the first is meant. */
  static String member(Answer answer, String name) {
    Matcher matcher =
        Pattern.compile("\"" + name + "\":(\"((?:[^\"\\\\]|\\\\.)*)\"|[^,}\\]]+)")
            .matcher(answer.body());
    assertThat(matcher.find()).as("%s in %s", name, answer.body()).isTrue();
    return matcher.group(2) == null ? matcher.group(1) : matcher.group(2);
  }

  static String set(String field, String kind, String text) {
    return "'set':{'%s':{'kind':'%s','text':'%s'}}".formatted(field, kind, text);
  }

  static String create(Copy copy, String kind, String body) {
    return member(copy.browser().post("/api/records" + kind, body).good(), "id");
  }

  static Answer read(Copy copy, String kind, String id) {
    return copy.browser().get("/api/record" + kind + "&id=" + id).good();
  }

  static Answer edit(Copy copy, String kind, Answer seen, String change) {
    return copy.browser()
        .post(
            "/api/record" + kind + "&id=" + member(seen, "id"),
            "{'seen':'" + member(seen, "seen") + "'," + change + "}");
  }

  static void network(Copy copy, boolean on) {
    copy.browser().post("/api/network", "{'on':" + on + "}").good();
  }
}
