// What a person has chosen and typed is kept in this tab, so that a session that ends, a page that
// is left or a colleague who was faster costs nothing. And keys for those who use no mouse.
document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("decision");
  if (!form) {
    return;
  }
  const { conflict, claim, before, done, user, settledBy, tooLate } = form.dataset;
  // Who signs in again is sent to the form's address, which must name the conflict.
  form.action = location.pathname + location.search;
  const comment = form.querySelector("textarea[id$=comment]");
  const fields = [...form.querySelectorAll("fieldset[data-path]")].map((set) => ({
    path: set.dataset.path,
    radios: [...set.querySelectorAll("input[type=radio]")],
    own: set.querySelector("[data-own]"),
  }));
  const choosing = fields.some((field) => field.own);
  sendWhatChanged();
  keepDrafts();
  listenToKeys();
  focusWhatMatters();
  if (claim) {
    whenSeen(beginWork);
  }

  // A page that a browser has made ready, for a link that may be followed, is not seen yet.
  function whenSeen(act) {
    if (document.prerendering) {
      document.addEventListener("prerenderingchange", act, { once: true });
    } else {
      act();
    }
  }

  // Others see in the queue, and here, who works on the conflict.
  async function beginWork() {
    // Whoever leaves before the answer works on it no more.
    const body = new URLSearchParams({ id: conflict });
    const answer = await fetch("claim", { method: "POST", body }).catch(() => null);
    if (answer?.status === 200 && !document.querySelector(".claimed")) {
      location.reload();
    }
  }

  // The server takes a thousand parameters, and keeps what it is not told about as the page showed it.
  function sendWhatChanged() {
    const enable = (enabled) => (input) => (input.disabled = !enabled);
    form.addEventListener("submit", () => {
      for (const { radios, own } of fields.filter((field) => field.own)) {
        if (own.value === own.defaultValue && radios.every((each) => each.checked === each.defaultChecked)) {
          [...radios, own].forEach(enable(false));
        }
      }
    });
    window.addEventListener("pageshow", () => {
      for (const { radios, own } of fields.filter((field) => field.own)) {
        [...radios, own].forEach(enable(true));
      }
    });
  }

  function keepDrafts() {
    const prefix = "tidemark.draft." + user + ".";
    const drafts = {
      read: (id) => JSON.parse(sessionStorage.getItem(prefix + id)),
      drop: (id) => sessionStorage.removeItem(prefix + id),
    };
    if (done) {
      drafts.drop(done);
    }
    const confirm = form.querySelector("[data-go=on][id$=confirm]");
    const last = drafts.read(conflict);
    if (last) {
      // What this person has decided here needs to be kept no more.
      if (settledBy === user && last.confirming && !tooLate) {
        drafts.drop(conflict);
      } else {
        write({ confirming: false });
      }
    }
    if (confirm) {
      confirm.addEventListener("click", () => write({ confirming: true }));
    }
    const draft = drafts.read(conflict) || (before ? drafts.read(before) : null);
    if (draft) {
      bringBack(draft);
    }
    form.addEventListener("input", () => write(typed()));
    document.getElementById("forget").addEventListener("click", () => {
      drafts.drop(conflict);
      location.assign(location.href);
    });

    function write(state) {
      const kept = { fields: {}, ...drafts.read(conflict), ...state };
      try {
        sessionStorage.setItem(prefix + conflict, JSON.stringify(kept));
      } catch (full) {
        // What is being typed matters more than what was left elsewhere.
        Object.keys(sessionStorage)
          .filter((key) => key.startsWith("tidemark.draft."))
          .forEach((key) => sessionStorage.removeItem(key));
        sessionStorage.setItem(prefix + conflict, JSON.stringify(kept));
      }
    }

    function typed() {
      const kept = drafts.read(conflict)?.fields || {};
      for (const { path, radios, own } of fields.filter((field) => field.own)) {
        const taken = radios.find((radio) => radio.checked);
        kept[path] = { take: taken ? taken.value : "", own: own.value };
      }
      return comment ? { fields: kept, comment: comment.value } : { fields: kept };
    }

    function bringBack({ fields: kept, comment: words }) {
      let changed = false;
      for (const { path, radios, own } of fields.filter((field) => field.own && kept[field.path])) {
        const { take, own: typed } = kept[path];
        const radio = radios.find((each) => each.value === take);
        changed ||= own.value !== typed || !radio?.checked;
        own.value = typed;
        if (radio) {
          radio.checked = true;
        }
      }
      const said = [...form.querySelectorAll(".talk .words")].map((each) => each.textContent);
      if (said.includes(words?.trim())) {
        write({ comment: "" });
      } else if (comment && words && comment.value !== words) {
        comment.value = words;
        changed = true;
      }
      document.getElementById("restored").hidden = !changed;
      if (!choosing && settledBy && !tooLate) {
        tell(kept);
      }
    }

    // The conflict is settled: what was typed is shown, to be taken elsewhere.
    function tell(kept) {
      const section = document.getElementById("kept");
      const list = section.querySelector("dl");
      for (const [path, { take, own }] of Object.entries(kept).filter((each) => each[1].take === "OTHER")) {
        list.append(element("dt", path), element("dd", own));
        section.hidden = false;
      }
    }
  }

  function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function listenToKeys() {
    for (const { radios, own } of fields.filter((field) => field.own)) {
      own.addEventListener("input", () => {
        radios.find((radio) => radio.value === "OTHER").checked = true;
      });
    }
    document.addEventListener("keydown", (event) => {
      const press = (selector) => {
        const target = document.querySelector(selector);
        if (target) {
          event.preventDefault();
          target.click();
        }
      };
      if (event.isComposing || event.repeat) {
        return;
      }
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        press(event.target === comment ? "[id$=say]" : "[data-go=on]");
      } else if (event.key === "Escape") {
        press("[data-go=back]");
      } else if (event.altKey && event.key === "PageDown") {
        press("a[rel=next]");
      } else if (event.altKey && event.key === "PageUp") {
        press("a[rel=prev]");
      }
    });
  }

  function focusWhatMatters() {
    const wrong = form.querySelector("fieldset.wrong");
    const target = wrong
      ? wrong.querySelector("input[type=radio]:checked[value=OTHER]")
        ? wrong.querySelector("[data-own]")
        : wrong.querySelector("input:checked")
      : document.getElementById("outcome");
    if (target) {
      target.focus();
    }
  }
});
