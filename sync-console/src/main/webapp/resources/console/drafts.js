// What is typed into a form is kept in this tab until it is taken, so that a session that ends or a
// page that is left costs nothing. Conflicts have a way of their own, see review.js.
document.addEventListener("DOMContentLoaded", () => {
  const here = new URL(location.href);
  // What was done just now is told once; a page that is opened anew must not take it for new.
  ["saved", "became", "left", "role", "was", "unseen"].forEach((name) => here.searchParams.delete(name));
  history.replaceState(history.state, "", here);
  for (const form of document.querySelectorAll("main form[method=post]")) {
    // Who signs in again is sent to the form's address, which must name what it is about.
    form.action = here.pathname + here.search;
    if (form.dataset.draft) {
      keep(form);
    }
  }

  // Whoever is told of a mistake is led to the first.
  document.querySelector("main [aria-invalid='true']")?.focus();

  function keep(form) {
    const { draft: name, user, done, posted, confirming } = form.dataset;
    const key = "tidemark.draft." + user + "." + name;
    const opened = "tidemark.opened." + user + "." + name;
    if (done) {
      sessionStorage.removeItem(key);
    }
    // The server shows what is to be confirmed, and nothing to type in.
    if (confirming) {
      return;
    }
    const kept = sessionStorage.getItem(key);
    if (posted) {
      write();
    } else if (kept) {
      bringBack(JSON.parse(kept));
    } else {
      put(opened, JSON.stringify(read()));
    }
    form.addEventListener("input", write);
    document.getElementById("forget").addEventListener("click", () => {
      sessionStorage.removeItem(key);
      location.assign(location.href);
    });

    function inputs() {
      return [...form.elements].filter(
        (each) => each.name && !each.disabled && !["hidden", "submit", "button"].includes(each.type),
      );
    }

    /** What the form holds, and of what shape it is: the server makes its rows. */
    function read() {
      const { rules, text, from } = form.dataset;
      const values = Object.fromEntries(inputs().map((each) => [each.name, each.value]));
      return { rules, text, from, values };
    }

    function write() {
      const before = JSON.parse(sessionStorage.getItem(opened));
      const now = JSON.stringify({ ...read(), from: before?.from });
      if (before && now === JSON.stringify(before)) {
        sessionStorage.removeItem(key);
      } else {
        put(key, now);
      }
    }

    function bringBack(draft) {
      const { rules, text, from } = form.dataset;
      const room = form.querySelector("[data-room]");
      const fits = draft.rules === rules && draft.text === text && draft.from === from;
      if (room && !fits && !room.dataset.made) {
        const lost = String(Boolean(document.getElementById("lost")));
        for (const [each, value] of Object.entries({ ...draft, lost }).filter(([each]) => each !== "values")) {
          form.querySelector("[id$=':room-" + each + "']").value = value;
        }
        room.click();
        return;
      }
      let changed = Boolean(room?.dataset.made);
      for (const input of inputs().filter((each) => each.name in draft.values)) {
        if (input.value !== draft.values[input.name]) {
          input.value = draft.values[input.name];
          input.closest("details")?.setAttribute("open", "open");
          changed = true;
        }
      }
      document.getElementById("restored").hidden = !changed;
    }
  }

  function put(key, value) {
    try {
      sessionStorage.setItem(key, value);
    } catch (full) {
      // What is being typed matters more than what was left elsewhere.
      Object.keys(sessionStorage)
        .filter((each) => each.startsWith("tidemark.draft.") || each.startsWith("tidemark.opened."))
        .forEach((each) => sessionStorage.removeItem(each));
      sessionStorage.setItem(key, value);
    }
  }
});
