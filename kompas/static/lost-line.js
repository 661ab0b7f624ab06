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
  let changed = false; // something else was tapped or typed while the tap before it was under way

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
    changed = false;
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
      changed = false;
      goesOutIn(pause);
    }
    stays(screen().dataset.lost);
  }

  document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
    underWay = isAnswer(ctx.request.submitter) ? "answer" : "else";
    if (!waiting) tell("");
    else if (underWay === "answer") waitsWith(ctx.request.submitter);
  });
  document.addEventListener("htmx:finally:request", () => { underWay = ""; });

  // Whatever is no screen of ours (a proxy's error page) leaves the present one standing, and so do a database that is
  // away and what was too long to be taken: what was typed is still there, to be sent again or made shorter.
  document.addEventListener("htmx:after:request", (event) => {
    const { ctx } = event.detail;
    const { response, text, hx } = ctx;
    if (hx.redirect || hx.location || hx.refresh) return;
    const ours = text.includes('id="screen"');
    if (![413, 502, 503, 504].includes(response.status) && ours && !changed) return;
    event.preventDefault();
    if (response.status === 413) {
      forget();
      stays(screen().dataset.long);
    } else if (ours && changed && response.status < 500) {
      changed = false; // the newest tap wins: the one before it is stored, and this one after it
      goesOutIn(FIRST_PAUSE);
    } else lost(ctx);
  });
  document.addEventListener("htmx:error", ({ detail }) => { if (detail.ctx) lost(detail.ctx); });

  // htmx drops a tap while another is under way. While somebody waits for the line, that may take half a minute.
  document.addEventListener("submit", (event) => {
    if (!waiting || underWay !== "answer" || !isAnswer(event.submitter)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.submitter === waiting) return;
    waitsWith(event.submitter);
    changed = true;
  }, true);
  document.addEventListener("input", ({ target }) => {
    if (!waiting || target.form !== waiting.form) return;
    if (underWay === "answer") changed = true;
    else goesOutIn(FIRST_PAUSE); // not in the middle of a word
  });

  document.addEventListener("click", ({ target }) => {
    if (!waiting || target !== sendNow()) return;
    tell(""); // said anew if it fails again
    pause = FIRST_PAUSE / 2;
    send();
  });
  window.addEventListener("online", () => { if (waiting) send(); else tell(""); });
  document.addEventListener("visibilitychange", send);
  document.addEventListener("kompas:screen", forget);
})();
