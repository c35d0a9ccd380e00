package org.tidemark.it.console;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Something that an administrator does at a page, as the requests that their browser sends for it.
 *
 * @param address of the page
 * @param presses the fields and the button of each request, such as {@code new:user=carl new:add};
 *     a field without a value has its own name for one
 */
record Deed(String address, List<String> presses) {
  private static final String STATE = "jakarta.faces.ViewState";

  static Deed of(String address, String presses) {
    return new Deed(address, Stream.of(presses.split(" > ")).toList());
  }

  /** What the browser sends for a press but the state of the view. */
  static Map<String, String> fields(String press) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : press.split(" ")) {
      String[] parts = field.split("=", 2);
      fields.put(parts[0], parts[parts.length - 1]);
      fields.put(form(field), form(field));
    }
    return fields;
  }

  private static String form(String field) {
    return field.substring(0, field.indexOf(':'));
  }

  /**
   * Sends all of it in the session of a page, past the browser.
   *
   * @param state of the view; "": none is sent
   */
  List<APIResponse> send(Page session, String state) {
    return presses.stream().map(press -> send(session, fields(press), state)).toList();
  }

  private APIResponse send(Page session, Map<String, String> fields, String state) {
    FormData form = FormData.create();
    fields.forEach(form::set);
    if (!state.isEmpty()) {
      form.set(STATE, state);
    }
    return session.request().post(address, RequestOptions.create().setForm(form));
  }

  /** Does it in the browser, from the page and by its own forms. */
  void carryOut(Page page) {
    page.navigate(address);
    for (String press : presses) {
      page.waitForNavigation(() -> page.evaluate(PRESS, fields(press)));
    }
  }

  /** The state of the view that a page shows. */
  static String state(Page page) {
    return page.locator("input[name='" + STATE + "']").first().inputValue();
  }

  private static final String PRESS =
      """
      (fields) => {
        const form = document.getElementById(Object.keys(fields).find((name) => !name.includes(":")));
        for (const [name, value] of Object.entries(fields)) {
          form.querySelectorAll(`[name='${name}']`).forEach((each) => each.remove());
          const field = document.createElement("input");
          field.type = "hidden";
          field.name = name;
          field.value = value;
          form.appendChild(field);
        }
        form.submit();
      }
      """;
}
