// Reads a screen aloud, with a voice on the device: a voice elsewhere would be sent what stands here, so it is no voice.
// Where none speaks the language of the page there is no button. On or off is kept in a cookie that says nothing else.
(() => {
  "use strict";

  const speech = window.speechSynthesis;
  if (!speech) return;

  const COOKIE = "kompas-aloud";
  const BLOCKS = "h1, h2, h3, p, li, dt, dd, legend, summary, label, button, .primary, .secondary";
  const HEARD_ALONE = "h1, .option, .face, .stair, .pill, .topics legend";
  const SILENT = "[aria-hidden], textarea, .hear";
  let on = document.cookie.split("; ").includes(`${COOKIE}=on`);
  let turn = null;
  let refused = false;
  const button = () => document.getElementById("aloud");
  const there = () => button()?.hidden === false;

  function tongue(tag) {
    try {
      return Intl.getCanonicalLocales(tag.split(/[-_]/)[0])[0];
    } catch {
      return "";
    }
  }

  function voiceFor(language) {
    const wanted = tongue(language);
    const voices = speech.getVoices().filter((one) => one.localService === true && wanted && tongue(one.lang) === wanted);
    return voices.find((one) => one.default) ?? voices[0];
  }

  // What stands on the screen, in its order: a piece for each block, cut where its language changes.
  function pieces() {
    const found = [];
    const texts = document.createTreeWalker(document.querySelector("#screen main"), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { data, parentElement: parent } = texts.currentNode;
      if (!data.trim() || parent.closest(SILENT) || !shows(parent)) continue;
      const block = parent.closest(BLOCKS) ?? parent;
      const { lang } = parent.closest("[lang]");
      const last = found[found.length - 1];
      if (last?.block === block && last.lang === lang) last.text += ` ${data}`;
      else found.push({ block, lang, text: data });
    }
    return found;
  }

  function shows(place) {
    return place.checkVisibility?.() ?? place.getClientRects().length > 0;
  }

  // Without the marks that keep a name's direction: they are for the eye.
  function plain(text) {
    return text.replace(/[\u200e\u200f\u2066-\u2069]/g, "").replace(/\s+/g, " ").replace(/ (?=[.,:;!?،؛؟])/g, "").trim();
  }

  function read(queue) {
    stop();
    const mine = turn = {};
    const next = () => {
      if (mine !== turn) return;
      const piece = queue.shift();
      if (!piece) return stop();
      const voice = voiceFor(piece.lang);
      if (!voice) return next();
      // Held on to, since browsers forget to say that it ended once nobody holds it.
      const words = mine.words = new SpeechSynthesisUtterance(plain(piece.text));
      words.voice = voice;
      words.lang = voice.lang;
      words.onend = next;
      words.onerror = ({ error }) => {
        if (mine !== turn) return;
        stop();
        refused = error === "not-allowed";
      };
      mark(piece.block);
      speech.speak(words);
    };
    next();
  }

  function stop() {
    turn = null;
    mark(null);
    speech.cancel();
  }

  function mark(block) {
    for (const one of document.querySelectorAll(".being-read")) one.classList.remove("being-read");
    for (const one of document.querySelectorAll(".hear")) one.ariaPressed = String(one.previousElementSibling === block);
    block?.classList.add("being-read");
  }

  // A heading is heard with its help, an option by itself.
  function hear(block) {
    const belongs = (block.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
    if (block.classList.contains("being-read")) stop();
    else read(pieces().filter((piece) => piece.block === block || belongs.includes(piece.block.id)));
  }

  function switchTo(wanted) {
    on = wanted;
    refused = false;
    const secure = location.protocol === "https:" ? "; secure" : "";
    document.cookie = `${COOKIE}=on; path=/; samesite=lax${secure}${on ? "" : "; max-age=0"}`;
    show();
    if (on) read(pieces());
    else stop();
  }

  function show() {
    for (const one of document.querySelectorAll(".hear")) one.remove();
    const hearing = on && there();
    document.getElementById("screen")?.classList.toggle("hearing", hearing);
    button()?.setAttribute("aria-pressed", on);
    if (!hearing) return;
    for (const block of document.querySelectorAll("main :is(" + HEARD_ALONE + ")")) block.after(speaker(block));
  }

  function speaker(block) {
    const small = document.createElement("button");
    small.type = "button";
    small.className = "hear";
    small.setAttribute("aria-label", `${button().textContent.trim()}: ${plain(block.textContent)}`);
    small.setAttribute("aria-pressed", "false");
    small.append(button().querySelector("svg").cloneNode(true));
    return small;
  }

  function arrive() {
    stop();
    if (!button()) return;
    button().hidden = !voiceFor(document.documentElement.lang);
    show();
    if (on && there()) read(pieces());
  }

  document.addEventListener("click", ({ target }) => {
    // Browsers refuse to speak on a page that was not touched yet: then the first press is heard, and switches nothing off.
    if (target.closest("#aloud")) switchTo(!on || refused);
    else if (target.closest(".hear")) hear(target.closest(".hear").previousElementSibling);
  });
  document.addEventListener("keydown", ({ key }) => { if (key === "Escape" && turn) stop(); });
  document.addEventListener("visibilitychange", () => { if (document.hidden) stop(); });
  window.addEventListener("pagehide", stop);
  document.addEventListener("htmx:before:request", stop);
  document.addEventListener("kompas:screen", arrive);
  // Voices may come after the page, and may go.
  speech.onvoiceschanged = () => { if (button() && there() !== Boolean(voiceFor(document.documentElement.lang))) arrive(); };
  // Asking a device for its voices takes a while: who doesn't listen has the page before that. Who does is read to at once.
  const soon = window.requestIdleCallback ?? setTimeout;
  if (on) arrive();
  else soon(() => { if (!there()) arrive(); });
})();
