// A tap while the line is gone: the choice stays on the screen, is said to wait, and goes out by itself when the line is
// back. What waits is the form that stands there and nothing else: no word of it is written down in the browser. That it
// counts once is the server's part: an answer says what it is about, and the same one again stores nothing new.
(() => {
  "use strict";

  const FIRST_PAUSE = 3000;
  const LONGEST_PAUSE = 60000;
  const screen = () => document.getElementById("screen");
  const sendNow = () => document.getElementById("send-now"); // clients have it, desks don't
  const word = document.createElement("span");
  word.className = "waits";
  let waiting = null; // the button that was tapped
  let pause = 0;
  let timer = 0;
  let underWay = ""; // "answer", "else" or nothing
  let sent = null; // the button of the answer that is under way
  let changed = 0; // something else was tapped or typed meanwhile: it goes out so many milliseconds after the answer

  function tell(sentence) {
    const line = document.getElementById("line");
    if (line.textContent !== sentence) line.textContent = sentence;
  }

  function stays(sentence) {
    for (const button of document.querySelectorAll("[data-sent]")) button.removeAttribute("data-sent");
    tell(waiting ? sendNow().dataset.lost : sentence);
  }

  function waitsWith(button) {
    if (button === waiting) return;
    waiting?.removeAttribute("data-waits");
    waiting = button;
    for (const one of button.form.querySelectorAll("[aria-current]")) one.removeAttribute("aria-current");
    if (!button.classList.contains("primary")) button.setAttribute("aria-current", "true");
    button.setAttribute("data-waits", "");
    word.textContent = sendNow().dataset.waits;
    (button.querySelector(".option-text") ?? button).append(" ", word);
    sendNow().hidden = false;
    button.scrollIntoView({ block: "nearest" });
  }

  function goesOutIn(milliseconds) {
    clearTimeout(timer);
    timer = setTimeout(send, milliseconds);
  }

  function send() {
    if (!waiting || document.hidden) return;
    if (underWay) goesOutIn(FIRST_PAUSE);
    else if (waiting.isConnected) waiting.click();
    else forget();
  }

  function forget() {
    clearTimeout(timer);
    waiting = null;
    changed = 0;
    if (sendNow()) sendNow().hidden = true;
    tell("");
  }

  function isAnswer(button) {
    return Boolean(button?.form?.elements.about) && !button.hasAttribute("formaction");
  }

  function lost({ request: { submitter } }) {
    if (isAnswer(submitter) && sendNow()) {
      pause = waiting ? Math.min(2 * pause, LONGEST_PAUSE) : FIRST_PAUSE;
      if (!changed) waitsWith(submitter);
      changed = 0;
      goesOutIn(pause);
    }
    stays(screen().dataset.lost);
  }

  document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
    const { submitter } = ctx.request;
    underWay = isAnswer(submitter) ? "answer" : "else";
    sent = underWay === "answer" && sendNow() ? submitter : null;
    if (!waiting) tell("");
    else if (underWay === "answer") waitsWith(submitter);
  });
  document.addEventListener("htmx:finally:request", () => {
    underWay = "";
    sent = null;
  });

  // Whatever is no screen of ours (a proxy's error page, the door of a free network) leaves the present one standing, and so do a database that is
  // away and what was too long to be taken: what was typed is still there, to be sent again or made shorter.
  document.addEventListener("htmx:after:request", (event) => {
    const { ctx } = event.detail;
    const { response, text, hx } = ctx;
    if (hx.redirect || hx.location || hx.refresh) return forget();
    const ours = text.includes("data-hx-history-elt");
    if (![413, 502, 503, 504].includes(response.status) && ours && !changed) return;
    event.preventDefault();
    if (response.status === 413) {
      forget();
      stays(screen().dataset.long);
    } else if (ours && changed && response.status < 500) {
      goesOutIn(changed); // the newest tap wins: the one before it is stored, and this one after it
      changed = 0;
    } else lost(ctx);
  });
  document.addEventListener("htmx:error", ({ detail }) => { if (detail.ctx) lost(detail.ctx); });

  // htmx drops a tap while another is under way. On a slow line that may take half a minute, and what stands chosen and
  // typed on the screen is what counts.
  document.addEventListener("submit", (event) => {
    if (!sent || !isAnswer(event.submitter)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.submitter === (waiting ?? sent)) return;
    sent.removeAttribute("data-sent");
    waitsWith(event.submitter);
    changed = 1;
  }, true);
  document.addEventListener("input", ({ target }) => {
    const button = waiting ?? sent;
    if (!button || target.form !== button.form) return;
    if (!sent) return goesOutIn(FIRST_PAUSE); // not in the middle of a word
    waitsWith(button);
    changed = FIRST_PAUSE;
  });

  // The same tap on the same question, where only the language is another one.
  function again({ form, name, value }) {
    const about = document.querySelector(`form.question [name=about][value="${form.elements.about.value}"]`);
    const buttons = [...(about?.form.elements ?? [])].filter((one) => one.type === "submit" && isAnswer(one));
    return buttons.find((one) => one.name === name && one.value === value && one.tabIndex >= 0);
  }

  document.addEventListener("click", ({ target }) => {
    if (!waiting || target !== sendNow()) return;
    tell(""); // said anew if it fails again
    pause = FIRST_PAUSE / 2;
    send();
  });
  window.addEventListener("online", () => { if (waiting) send(); else tell(""); });
  document.addEventListener("visibilitychange", send);
  document.addEventListener("kompas:screen", () => {
    const still = waiting && underWay === "else" ? again(waiting) : null;
    forget();
    if (!still) return;
    waitsWith(still);
    goesOutIn(FIRST_PAUSE);
  });
  // A finger that pulls the page down to load it anew is asked first: what waits isn't stored.
  window.addEventListener("beforeunload", (event) => { if (waiting?.isConnected) event.preventDefault(); });
})();
