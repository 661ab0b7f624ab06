"""What holds for every screen: nobody is shut out, nothing hangs over the edge, a thumb hits what it aims at."""

from collections.abc import Callable
from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page

from tests.journeys.shape import shapes_of

NARROW, THUMB = 320, 44
REFUSED = ("status of 422", "status of 409")
"""What a browser says when a form comes back with a sentence about what is missing, or what happened meanwhile: no
fault of the page."""
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
# A link within a sentence may be as high as its line (WCAG 2.2, 2.5.8), and a box as big as the card that names it.
TOO_SMALL = """least => [...document.querySelectorAll("a, button, summary, select, input:not([type=hidden]), textarea")]
    .map(one => one.matches("input") && one.closest("label") || one)
    .filter(one => one.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}))
    .filter(one => !(one.matches("a") && getComputedStyle(one).display === "inline" && one.closest("p, li, dd")))
    .map(one => [one, one.getBoundingClientRect()])
    .filter(([one, box]) => box.width && (box.width < least || box.height < least))
    .map(([one, box]) => `${one.outerHTML.slice(0, 90)} is ${Math.round(box.width)} x ${Math.round(box.height)}`)"""


KIND = "document.querySelector('form[class*=kind-]')?.className ?? ''"


@dataclass
class LookOver:
    """Collects what is wrong with the screens of one journey; `ends_clean` says it all at once."""

    axe: bool
    thumb: int = THUMB
    wrong: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    then: Callable[[Page, str], None] = lambda _page, _name: None

    def __call__(self, page: Page, name: str) -> None:
        if name in self.seen:
            return
        self.seen.add(name)
        if self.axe and self._is_another_kind(page):
            self.wrong.extend(violations(page, name))
        self.wrong.extend(self._narrow(page, name))
        self.then(page, name)

    def _is_another_kind(self, page: Page) -> bool:
        """Of seventy questions axe looks at one of each kind; the rest differ by words and pictures alone."""
        kind = page.evaluate(KIND)
        if kind in self.kinds:
            return False
        self.kinds |= {kind} - {""}
        return True

    def ends_clean(self) -> None:
        assert not self.wrong, "\n".join(self.wrong)

    def _narrow(self, page: Page, name: str) -> list[str]:
        usual = page.viewport_size
        assert usual is not None
        page.set_viewport_size({"width": NARROW, "height": usual["height"]})
        wide = page.evaluate("document.scrollingElement.scrollWidth")
        small = page.evaluate(TOO_SMALL, self.thumb) if self.thumb else []
        page.set_viewport_size(usual)
        found = [f"{name}: {wide} wide on a phone of {NARROW}"] if wide > NARROW else []
        return [*found, *(f"{name}: {one}" for one in small)]


FOUND_CLEAN: set[str] = set()
"""Shapes of screens, and of lists of languages, in which axe found nothing in this test process."""


def violations(page: Page, name: str) -> list[str]:
    """What axe finds. A screen in the shape of one that was clean isn't looked at again."""
    shapes = shapes_of(page)
    if shapes <= FOUND_CLEAN:
        return []
    found = Axe().run(page, options=RULES).response["violations"]
    if not found:
        FOUND_CLEAN.update(shapes)
    return [f"{name}: {one['id']} ({one['help']}) {node['html'][:200]}" for one in found for node in one["nodes"]]


def listen(page: Page, complaints: list[str]) -> None:
    """Writes down what the browser complains about: errors of scripts, and what the content policy stopped."""

    def hear(said: ConsoleMessage) -> None:
        if said.type in ("error", "warning") and not any(one in said.text for one in REFUSED):
            complaints.append(f"{page.url}: {said.text}")

    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on("console", hear)


VIOLATIONS = """document.addEventListener("securitypolicyviolation",
    event => console.error(`The policy stopped ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`))"""
LEFT_BEHIND = """async () => [
    ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...await caches.keys(),
    ...(await indexedDB.databases()).map(one => one.name)]"""
