// The prepared talk: a line that is swapped keeps the focus and what was opened in it, is told, and keys go from line to line.
(() => {
  "use strict";

  const LINES = "#screen [id^='line-']";
  const lineOf = (element) => element?.closest?.(LINES);
  const reasons = (line) => line.querySelector("details:not(.differently)");
  let focused = "";
  let opened = false;

  document.addEventListener("htmx:before:swap", ({ detail: { ctx } }) => {
    const line = lineOf(ctx.target);
    if (!line) return;
    focused = document.activeElement?.id;
    opened = reasons(line)?.open;
  });

  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    const line = lineOf(ctx.target);
    if (!line) return;
    if (opened) reasons(line).open = true;
    const again = line.querySelector("#mistake") ?? document.getElementById(focused);
    (again ?? line).focus({ preventScroll: true });
    // Where both stand now is told to who doesn't see it appear; what is missing has the focus already.
    const stands = line.querySelector("#mistake") ? "" : line.querySelector(".standing p")?.textContent;
    document.getElementById("told").textContent = stands ?? "";
  });

  function step(line, by) {
    const lines = [...document.querySelectorAll(LINES)];
    const next = lines[lines.indexOf(line) + by];
    if (!next) return;
    next.querySelector("summary").focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  }

  function give(line, key) {
    if (line.matches(".line-word")) reasons(line).open = true;
    line.querySelector(`[data-key="${key}"]`).click();
    line.querySelector(".differently[open] textarea")?.focus();
  }

  // They listen only while the focus is among the lines, so that nobody who speaks to their computer sets them off.
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    const line = lineOf(target);
    if (!line || event.ctrlKey || event.metaKey || event.altKey || target.matches("textarea")) return;
    if (key === "j" || key === "k") step(line, key === "j" ? 1 : -1);
    else if (key >= "1" && key <= "3") give(line, key);
    else if (key === "?") document.querySelector(".keys-list").toggleAttribute("open");
    else return;
    event.preventDefault();
  });
})();
