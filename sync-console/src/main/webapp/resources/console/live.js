// What the server tells a page that stands open: counts of the queue, or how far a bulk job is.
document.addEventListener("DOMContentLoaded", () => {
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const fill = (text, ...parts) => text.replace(/\{(\d)[^}]*\}/g, (all, at) => number.format(parts[at]));
  const listen = (place, tell) => {
    const events = new EventSource(place.dataset.events);
    events.onmessage = (event) => tell(JSON.parse(event.data));
    window.addEventListener("pagehide", () => events.close());
    window.addEventListener("pageshow", (event) => event.persisted && listen(place, tell));
  };

  const queue = document.querySelector(".live");
  if (queue) {
    const words = queue.querySelector("span");
    const link = queue.querySelector("a");
    listen(queue, ({ open, fresh }) => {
      const changed = open !== Number(queue.dataset.total);
      let text = "";
      if (fresh > 0) {
        text = fresh === 1 ? queue.dataset.came : fill(queue.dataset.come, fresh);
      } else if (changed) {
        text = fill(queue.dataset.gone, open);
      }
      if (words.textContent !== text) {
        words.textContent = text;
      }
      link.hidden = text === "";
    });
  }

  const job = document.querySelector(".progress");
  if (job) {
    const words = job.querySelector("h2");
    const bar = job.querySelector("progress");
    listen(job, ({ state, done, work }) => {
      bar.max = work;
      bar.value = done;
      words.textContent = fill(job.dataset.text, done, work);
      if (state !== job.dataset.state) {
        location.reload();
      }
    });
  }
});
