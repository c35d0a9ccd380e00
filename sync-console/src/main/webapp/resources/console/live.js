// What the server tells a page that stands open: counts of the queue, or how far a bulk job is.
// Only pages that somebody sees listen: a browser has few connections to a server.
const AGAIN_MS = 30000;

document.addEventListener("DOMContentLoaded", () => {
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const fill = (text, ...parts) => text.replace(/\{(\d)[^}]*\}/g, (all, at) => number.format(parts[at]));

  // The first thing that a stream tells is how things stand, so a page that was hidden misses nothing.
  const listen = (place, tell) => {
    let events = null;
    const stop = () => {
      events?.close();
      events = null;
      place.dataset.listening = "no";
    };
    const start = () => {
      if (events || document.visibilityState === "hidden") {
        return;
      }
      events = new EventSource(place.dataset.events);
      place.dataset.listening = "yes";
      events.onmessage = (event) => tell(JSON.parse(event.data));
      // Another page of this person has taken the place. Whoever looks at this one again has it back.
      events.addEventListener("giveway", stop);
      // Refused, and for good by the browser's rules: the server may be about to start.
      events.onerror = () => {
        if (events?.readyState === EventSource.CLOSED) {
          stop();
          setTimeout(start, AGAIN_MS);
        }
      };
    };
    document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? stop() : start()));
    window.addEventListener("focus", start);
    window.addEventListener("pageshow", start);
    window.addEventListener("pagehide", stop);
    start();
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
