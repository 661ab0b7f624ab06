// A device that others use too: when it was quiet for long it asks whether somebody is still there, and then it closes.
(() => {
  "use strict";

  const SECOND = 1000;
  const TOLD_EVERY = 60 * SECOND;
  const LONGEST_SENDING = 5 * SECOND;
  const ask = () => document.getElementById("still-there");
  if (!ask().showModal) return; // such an old browser is closed by the server alone
  const windows = "BroadcastChannel" in window ? new BroadcastChannel("kompas-still-there") : null;
  let last = Date.now(); // when somebody did something, in any window
  let told = last; // when the server last heard of it
  let unsent = false; // something was typed or ticked that was not sent yet
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
    document.getElementById("screen").replaceChildren();
    if (answer) {
      const sent = fetch(answer.to, { method: "POST", body: answer.fields, redirect: "manual" }).catch(() => {});
      await Promise.race([sent, new Promise((done) => setTimeout(done, LONGEST_SENDING))]);
    }
    windows?.postMessage("left");
    ask().querySelector("form").submit();
  }

  function answered() {
    const form = document.querySelector("form.question [name=about]")?.form;
    const button = form?.querySelector("[data-waits], .primary");
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
  document.addEventListener("input", ({ target }) => { if (target.form?.elements.about) unsent = true; });
  document.addEventListener("htmx:after:request", () => { told = Date.now(); });
  // The same screen in another language keeps what is not sent yet.
  document.addEventListener("kompas:screen", () => {
    if (location.pathname !== where) unsent = false;
    where = location.pathname;
  });
  windows?.addEventListener("message", ({ data }) => {
    if (data === "left") location.replace(ask().dataset.goodbye);
    last = Date.now();
    ask().close();
  });
})();
