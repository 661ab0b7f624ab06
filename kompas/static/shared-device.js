// A device that others use too: when it was quiet for long it asks whether somebody is still there, and then it closes.
(() => {
  "use strict";

  const SECOND = 1000;
  const TOLD_EVERY = 60 * SECOND;
  const LONGEST_SENDING = 5 * SECOND;
  // What is sent at the end stays with the client: an answer, a topic, their own words for a line. Sharing never is.
  const isOnesOwn = (form) => form?.matches("form.question") || form?.querySelector("[name=do][value=say]");
  const ask = () => document.getElementById("still-there");
  if (!ask().showModal) return; // such an old browser is closed by the server alone
  const windows = "BroadcastChannel" in window ? new BroadcastChannel("kompas-still-there") : null;
  let last = Date.now(); // when somebody did something, in any window
  let told = last; // when the server last heard of it
  let unsent = null; // the form in which something was typed or ticked that was not sent yet
  let where = location.pathname;

  const seconds = (name) => Number(ask().dataset[name]);

  function somebodyIsHere() {
    const now = Date.now();
    if (now - last > SECOND) windows?.postMessage("here");
    last = now;
    ask().close();
  }

  // By the clock, not by counting: a computer that slept has been quiet all the while.
  function look() {
    const now = Date.now();
    const quiet = (now - last) / SECOND;
    if (quiet >= seconds("quiet") + seconds("warned")) leave();
    else if (quiet >= seconds("quiet")) { if (!ask().open) ask().showModal(); }
    else if (last > told && now - told >= TOLD_EVERY) tellTheServer();
  }

  function tellTheServer() {
    told = Date.now();
    fetch(ask().dataset.here).catch(() => {});
  }

  function answerTheQuestion() {
    somebodyIsHere();
    tellTheServer();
  }

  // What stood in the boxes is answered with, so that it is kept; then nobody can read it here any more.
  async function leave() {
    clearInterval(looking);
    const answer = unsent && answered();
    clear();
    if (answer) {
      const sent = fetch(answer.to, { method: "POST", body: answer.fields, redirect: "manual" }).catch(() => {});
      await Promise.race([sent, new Promise((done) => setTimeout(done, LONGEST_SENDING))]);
    }
    windows?.postMessage("left");
    ask().querySelector("form").submit();
  }

  function clear() {
    document.getElementById("screen").replaceChildren();
  }

  function answered() {
    const form = unsent.isConnected ? unsent : document.getElementById("reply"); // the same in another language
    const button = isOnesOwn(form) && form.querySelector("[data-waits], .primary, [value=say]");
    if (!button) return null;
    const fields = new URLSearchParams(new FormData(form));
    if (button.name) fields.append(button.name, button.value);
    return { to: form.action, fields };
  }

  const looking = setInterval(look, SECOND);
  for (const deed of ["pointerdown", "keydown", "input", "wheel", "touchmove"]) {
    document.addEventListener(deed, () => { if (!ask().open) somebodyIsHere(); }, { capture: true, passive: true });
  }
  document.addEventListener("click", ({ target }) => { if (target.closest("#still-there button")) answerTheQuestion(); });
  document.addEventListener("cancel", ({ target }) => { if (target === ask()) answerTheQuestion(); }, true);
  document.addEventListener("input", ({ target }) => { if (isOnesOwn(target.form)) unsent = target.form; });
  document.addEventListener("htmx:after:request", () => { told = Date.now(); });
  // The same screen in another language keeps what is not sent yet.
  document.addEventListener("kompas:screen", () => {
    if (location.pathname !== where) unsent = null;
    where = location.pathname;
  });
  windows?.addEventListener("message", ({ data }) => {
    if (data === "left") {
      clear(); // also where the line is gone, and nothing else can be shown
      location.replace(ask().dataset.goodbye);
    }
    last = Date.now();
    ask().close();
  });
})();
