// What htmx leaves to us: where the focus goes, what a lost line says, and that one tap counts once.
(() => {
  "use strict";

  // Trusted Types: pages come from our own server (htmx asks no other); a script inside one never runs.
  const policy = window.trustedTypes?.createPolicy("kompas", {
    createHTML: (page) => page,
    createScript: () => "",
  });
  htmx.registerExtension("kompas", {
    init: (inside) => { if (policy) inside.initSecurity(policy); },
  });

  const DOUBLE_TAP = 300;
  const screen = () => document.getElementById("screen");
  let tapped = -DOUBLE_TAP;

  function tell(sentence) {
    document.getElementById("line").textContent = sentence;
  }

  function stays(sentence) {
    for (const button of document.querySelectorAll("[data-sent]")) button.removeAttribute("data-sent");
    tell(sentence);
  }

  document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
    tapped = performance.now();
    tell("");
    ctx.request.submitter?.setAttribute("data-sent", "");
  });

  // Whatever is no screen of ours (a proxy's error page) leaves the present one standing, and so do a database that is
  // away and what was too long to be taken: what was typed is still there, to be sent again or made shorter.
  document.addEventListener("htmx:after:request", (event) => {
    const { response, text, hx } = event.detail.ctx;
    if (hx.redirect || hx.location || hx.refresh) return;
    if (![413, 502, 503, 504].includes(response.status) && text.includes('id="screen"')) return;
    event.preventDefault();
    stays(response.status === 413 ? screen().dataset.long : screen().dataset.lost);
  });
  document.addEventListener("htmx:error", () => stays(screen().dataset.lost));

  // A screen that came back with a sentence on it is the same screen: the way back must not lead through it twice.
  document.addEventListener("htmx:before:history:update", (event) => {
    if (event.detail.response?.status >= 400) event.preventDefault();
  });
  window.addEventListener("online", () => tell(""));

  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    const shown = screen();
    // A line within the screen was swapped: whoever reads stays where they are (desk.js keeps the focus).
    // A problem takes the whole screen whatever was tapped (HX-Retarget): then the target is told in words.
    const target = typeof ctx.target === "string" ? document.querySelector(ctx.target) : ctx.target;
    if (shown !== target && shown.contains(target)) return;
    document.documentElement.lang = shown.lang;
    document.documentElement.dir = shown.dir;
    window.scrollTo(0, 0);
    const mistake = document.getElementById("mistake");
    if (mistake) mistake.focus();
    else document.getElementById("heading")?.focus({ preventScroll: true });
    restAfterSwap(shown);
    document.dispatchEvent(new Event("kompas:screen"));
  });

  // The second half of a double tap must not answer the question that has just appeared under the finger.
  function restAfterSwap(shown) {
    const rest = DOUBLE_TAP - (performance.now() - tapped);
    if (rest <= 0) return;
    shown.classList.add("arriving");
    setTimeout(() => shown.classList.remove("arriving"), rest);
  }

  // Boxes are sent in the order in which they were chosen: what comes first to mind is talked about first.
  let turn = 1000;
  document.addEventListener("change", ({ target }) => {
    if (target.type === "checkbox") target.dataset.place = target.checked ? ++turn : "";
  });
  document.addEventListener("formdata", ({ target, formData }) => {
    const boxes = [...target.querySelectorAll('input[type="checkbox"][name="choice"]:checked')];
    if (boxes.length < 2) return;
    formData.delete("choice");
    boxes.sort((one, other) => one.dataset.place - other.dataset.place);
    for (const box of boxes) formData.append("choice", box.value);
  });
})();
