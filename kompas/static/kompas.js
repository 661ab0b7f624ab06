// What htmx leaves to us: where the focus goes, and that one tap counts once. What a lost line says: lost-line.js.
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
  // Stands beside the screen, so that it stays when the screen is swapped: else nobody hears what changes in it.
  const told = document.createElement("p");
  told.id = "told";
  told.className = "unseen";
  told.setAttribute("role", "status");
  document.body.append(told);

  document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
    ctx.request.submitter?.setAttribute("data-sent", "");
  });

  // A screen that came back with a sentence on it is the same screen: the way back must not lead through it twice.
  document.addEventListener("htmx:before:history:update", (event) => {
    if (event.detail.response?.status >= 400) event.preventDefault();
  });

  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    const shown = screen();
    // A line within the screen was swapped: whoever reads stays where they are (desk.js keeps the focus).
    // A problem takes the whole screen whatever was tapped (HX-Retarget): then the target is told in words.
    const target = typeof ctx.target === "string" ? document.querySelector(ctx.target) : ctx.target;
    if (shown !== target && shown.contains(target)) return;
    document.documentElement.lang = shown.lang;
    document.documentElement.dir = shown.dir;
    window.scrollTo(0, 0);
    // What was just moved keeps the focus, and is told where it stands now.
    const stays = document.getElementById("mistake") ?? shown.querySelector("[data-stays]");
    if (!told.isConnected) document.body.append(told); // another language brings a whole page
    told.textContent = shown.querySelector("[data-told]")?.dataset.told ?? "";
    if (stays) stays.focus();
    else document.getElementById("heading")?.focus({ preventScroll: true });
    restAfterSwap(shown);
    document.dispatchEvent(new Event("kompas:screen"));
  });

  // A tap in the moment of the change, the second half of a double one or an impatient one on a slow line, was meant for
  // the screen before: it must not answer the question that has just appeared under the finger.
  function restAfterSwap(shown) {
    shown.classList.add("arriving");
    setTimeout(() => shown.classList.remove("arriving"), DOUBLE_TAP);
  }

  // The list of languages lies over the screen: it folds when somebody goes on, so that it hides nothing, and by Escape.
  const languages = () => document.querySelector(".languages[open]");
  for (const going of ["focusin", "click"]) {
    document.addEventListener(going, ({ target }) => { if (languages()?.contains(target) === false) languages().open = false; });
  }
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !languages()) return;
    languages().querySelector("summary").focus();
    languages().open = false;
  });

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
