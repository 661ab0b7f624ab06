"""A phone that speaks: the voices of its browser, made up, since the browser of the tests has none."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from playwright.sync_api import Page

# What is said waits in `heard` until the test lets it end; a real voice takes its time as well.
SPEECH = """voices => {
  const speech = {
    voices, heard: [], stopped: 0, now: null,
    getVoices() { return this.voices; },
    speak(words) {
      if (this.now) throw new Error("two at once");
      this.now = words;
      this.heard.push([words.text, words.voice.name, words.lang]);
    },
    cancel() { this.stopped += 1; const cut = this.now; this.now = null; cut?.onerror?.({error: "interrupted"}); },
    ends() { const said = this.now; this.now = null; said?.onend?.({}); },
    fails(error) { const said = this.now; this.now = null; said?.onerror?.({error}); },
    come(voices) { this.voices = voices; this.onvoiceschanged?.(); },
  };
  Object.defineProperty(window, "speechSynthesis", {value: speech});
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}"""


@dataclass(frozen=True)
class Voice:
    name: str
    lang: str
    localService: bool = True  # noqa: N815 (the browser's own name)
    default: bool = False


class Speech:
    """What a page says aloud. `voices` are there from the start."""

    def __init__(self, page: Page, voices: Sequence[Voice]) -> None:
        self.page = page
        page.add_init_script(f"({SPEECH})({_written(voices)})")

    def come(self, *voices: Voice) -> None:
        """Voices that were still being loaded."""
        self.page.evaluate(f"speechSynthesis.come({_written(voices)})")

    def heard(self) -> list[str]:
        """All that was begun since the page was opened."""
        return [text for text, _voice, _lang in self._heard()]

    def spoken_by(self) -> set[tuple[str, str]]:
        """The voices, each with the language it was told."""
        return {(voice, lang) for _text, voice, lang in self._heard()}

    def now(self) -> str | None:
        said: str | None = self.page.evaluate("speechSynthesis.now?.text ?? null")
        return said

    def ends(self) -> None:
        """What is being said has been said."""
        self.page.evaluate("speechSynthesis.ends()")

    def fails(self, why: str) -> None:
        self.page.evaluate("why => speechSynthesis.fails(why)", why)

    def to_the_end(self, each: Callable[[str], None] = lambda _text: None) -> list[str]:
        """Listens until nothing more is said; what was said, in order."""
        said = []
        while (text := self.now()) is not None:
            each(text)
            said.append(text)
            self.ends()
        return said

    def _heard(self) -> list[list[str]]:
        heard: list[list[str]] = self.page.evaluate("speechSynthesis.heard")
        return heard


def _written(voices: Sequence[Voice]) -> str:
    return json.dumps([asdict(voice) for voice in voices])
