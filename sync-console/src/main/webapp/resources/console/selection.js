// What is selected in the queue: kept for the tab, for each filter and person, over all its pages.
// Either the rows that were picked, or all that match but the rows that were picked.
document.addEventListener("DOMContentLoaded", () => {
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const prefix = "tidemark.selection ";
  const fill = (text, ...parts) => text.replace(/\{(\d)[^}]*\}/g, (all, at) => number.format(parts[at]));

  // What was settled just now is told once, and what was typed for it is needed no more.
  const settled = document.querySelector("[data-settled]");
  if (settled) {
    sessionStorage.removeItem("tidemark.draft." + settled.dataset.user + "." + settled.dataset.settled);
    const here = new URL(location.href);
    here.searchParams.delete("done");
    history.replaceState(history.state, "", here);
  }

  const forget = document.querySelector("[data-forget]");
  forget?.addEventListener("submit", (event) => {
    if (event.submitter?.id.endsWith("confirm")) {
      sessionStorage.removeItem(prefix + forget.dataset.forget);
    }
  });

  const box = document.querySelector(".selection");
  if (!box) {
    return;
  }
  const key = prefix + box.dataset.key;
  const most = Number(box.dataset.most);
  const total = Number(box.dataset.total);
  const words = box.querySelector("h2");
  const nothing = words.textContent;
  const ticks = [...document.querySelectorAll("[data-pick]")];
  const page = document.querySelector("[data-do=page]");
  const form = box.querySelector("form");
  const choice = form.querySelector("select");
  // Who signs in again is sent to the form's address, which must name the filter.
  form.action = location.pathname + location.search;
  let all = false;
  let picks = new Set();

  const read = () => {
    try {
      const kept = JSON.parse(sessionStorage.getItem(key));
      all = kept?.all === true;
      picks = new Set(kept?.picks ?? []);
      choice.value = kept?.choice ?? choice.value;
    } catch {
      sessionStorage.removeItem(key);
    }
  };
  const write = () => sessionStorage.setItem(key, JSON.stringify({ all, picks: [...picks], choice: choice.value }));
  const isSelected = (id) => picks.has(id) !== all;
  const select = (id, selected) => (selected !== all ? picks.add(id) : picks.delete(id));

  const show = (full) => {
    const count = all ? Math.max(0, total - picks.size) : picks.size;
    for (const tick of ticks) {
      tick.checked = isSelected(tick.value);
    }
    if (page) {
      const on = ticks.filter((tick) => tick.checked).length;
      page.checked = on > 0 && on === ticks.length;
      page.indeterminate = on > 0 && on < ticks.length;
    }
    words.textContent = count === 0 ? nothing : fill(box.dataset.text, count, total);
    if (full) {
      words.textContent += ". " + fill(box.dataset.full, most);
    }
    box.querySelector("[data-do=none]").disabled = count === 0;
    form.querySelector("input[type=submit]").disabled = count === 0;
    form.querySelector("[id$=':all']").value = String(all);
    form.querySelector("[id$=':picks']").value = [...picks].join(" ");
  };

  const change = (ids, selected) => {
    const before = new Set(picks);
    for (const id of ids) {
      select(id, selected);
    }
    const full = picks.size > most;
    if (full) {
      picks = before;
    }
    write();
    show(full);
  };

  for (const tick of ticks) {
    tick.addEventListener("change", () => change([tick.value], tick.checked));
  }
  choice.addEventListener("change", () => (all || picks.size > 0) && write());
  page?.addEventListener("change", () => change(ticks.map((tick) => tick.value), page.checked));
  box.querySelector("[data-do=all]").addEventListener("click", () => {
    all = true;
    picks = new Set();
    write();
    show(false);
  });
  box.querySelector("[data-do=none]").addEventListener("click", () => {
    all = false;
    picks = new Set();
    sessionStorage.removeItem(key);
    show(false);
  });
  // A page that the browser had kept comes back with what was selected elsewhere since.
  window.addEventListener("pageshow", () => {
    read();
    show(false);
  });
  read();
  show(false);
});
