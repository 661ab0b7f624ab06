// Reads a screen aloud, with a voice on the device: a voice elsewhere would be sent what stands here, so it is no voice.
// Where none speaks the language of the page there is no button. On or off is kept in a cookie that says nothing else.
(() => {
  "use strict";

  const speech = window.speechSynthesis;
  if (!speech) return;

  const COOKIE = "kompas-aloud";
  const BLOCKS = "h1, h2, h3, p, li, dt, dd, blockquote, legend, summary, label, button, .primary, .secondary";
  const HEARD_ALONE = "h1, h2.part-title, .works h3, legend, label[for], .option, .face, .stair, .pill, .agenda li > span";
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
  function pieces(place = document.querySelector("#screen main")) {
    const found = [];
    const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { data, parentElement: parent } = texts.currentNode;
      if (!data.trim() || parent.closest(SILENT) || !shows(parent) || saidBeside(parent)) continue;
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

  // A word for who sees nothing, on a button that has words to see: who looks along hears it as noise.
  function saidBeside(parent) {
    const unseen = parent.closest(".unseen");
    const named = unseen?.closest("a, button, summary, label");
    return Boolean(named) && plain(named.textContent) !== plain(unseen.textContent);
  }

  // Without the marks that keep a name's direction: they are for the eye.
  function plain(text) {
    return text.replace(/[\u200e\u200f\u2066-\u2069]/g, "").replace(/\s+/g, " ").replace(/ (?=[.,:;!?،؛؟])/g, "").trim();
  }

  // `by`: the small button that asked for it.
  function read(queue, by = null) {
    stop();
    const mine = turn = { by };
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
    for (const one of document.querySelectorAll(".hear")) one.ariaPressed = String(one === turn?.by);
    block?.classList.add("being-read");
  }

  function hear(small) {
    if (turn?.by === small) stop();
    else read(withWhatBelongs(small.previousElementSibling), small);
  }

  // The question is heard with its help, a group with its choices, a part with what stands in it; an option by itself.
  function withWhatBelongs(block) {
    if (block.matches("legend")) return pieces(block.parentElement);
    const all = pieces();
    const first = all.findIndex((piece) => piece.block === block);
    if (block.matches("h2, h3")) {
      const end = all.findIndex(({ block: other }, place) => place > first && other.matches(block.matches("h2") ? "h2" : "h2, h3"));
      return all.slice(first, end < 0 ? undefined : end);
    }
    const belongs = (block.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
    return all.filter((piece) => piece.block === block.closest(BLOCKS) || belongs.includes(piece.block.id));
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
    watch();
    if (on && there()) read(whatCame());
  }

  // Something moved or left the list: that is heard, and not the whole screen again. Something to mend is heard first.
  function whatCame() {
    const told = document.getElementById("told");
    if (told?.textContent) return pieces(told);
    const all = pieces();
    return all.slice(Math.max(0, all.findIndex(({ block }) => block.id === "mistake")));
  }

  // What a lost line says, and whether somebody is still there, stand beside the screen.
  const watcher = new MutationObserver(([{ target }]) => {
    if (on && there() && (target.open ?? target.textContent)) read(pieces(target));
  });
  function watch() {
    for (const one of document.querySelectorAll("#line, dialog")) watcher.observe(one, { childList: true, attributeFilter: ["open"] });
  }

  // What is unfolded is heard.
  function unfold(fold) {
    fold.addEventListener("toggle", () => (fold.open ? read(pieces(fold)) : stop()), { once: true });
  }

  document.addEventListener("click", ({ target }) => {
    // Browsers refuse to speak on a page that was not touched yet: then the first press is heard, and switches nothing off.
    if (target.closest("#aloud")) switchTo(!on || refused);
    else if (target.closest(".hear")) hear(target.closest(".hear"));
    else if (on && there() && target.closest("main summary")) unfold(target.closest("details"));
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
