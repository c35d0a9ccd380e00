// A form that the sign-in page answers was sent from a session that had ended. And where a form was
// sent, the way back leads to its page and not to sending it again.
document.addEventListener("DOMContentLoaded", () => {
  const sent = "tidemark.sent";
  history.replaceState(history.state, "", location.href);
  const ended = document.getElementById("ended");
  if (ended) {
    ended.hidden = !sessionStorage.getItem(sent);
    const kept = Object.keys(sessionStorage).some((key) => /^tidemark\.(draft\.|selection )/.test(key));
    ended.querySelector("span").hidden = !kept;
    return;
  }
  sessionStorage.removeItem(sent);
  document.addEventListener("submit", ({ target }) => {
    if (target.method === "post" && target.id !== "leave") {
      sessionStorage.setItem(sent, "yes");
    }
  });
});
