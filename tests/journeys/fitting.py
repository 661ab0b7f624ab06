"""Does every text fit? Nothing hangs over the edge, leaves its box, is cut off, lies on another text, or is English."""

from playwright.sync_api import Page

from tests.journeys.looking import NARROW, TOO_SMALL
from tests.journeys.words import SOURCE, sentences_of

THUMB = 48
UNFOLD = """() => document.querySelectorAll("details:not(.languages)").forEach(one => { one.open = true })"""
LARGER = """() => {
    const root = document.documentElement
    root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`
}"""
"""As who sets the text of their phone to 200 %: Kompas sizes every text by the root."""

# The box of a letter is higher than its ink, in Arabic much: compared is what lies within the height of its line.
CROWDED = """width => {
    const wrong = [], lines = []
    const seen = one => one.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true})
        && !one.closest(".unseen")
    const named = one => one.outerHTML.slice(0, 70)
    const hides = one => getComputedStyle(one).overflow !== "visible"
    const inked = (box, own) => {
        const middle = (box.top + box.bottom) / 2
        const half = 0.4 * Math.min(box.height, parseFloat(getComputedStyle(own).lineHeight) || box.height)
        return {left: box.left, right: box.right, width: box.width, top: middle - half, bottom: middle + half}
    }
    const floats = one => { for (; one; one = one.parentElement)
        if (["fixed", "sticky"].includes(getComputedStyle(one).position)) return true }
    if (document.scrollingElement.scrollWidth > width) wrong.push(`${document.scrollingElement.scrollWidth} wide`)
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
        const text = texts.currentNode, own = text.parentElement
        if (!text.data.trim() || !seen(own) || own.matches("textarea")) continue
        const range = document.createRange()
        range.selectNodeContents(text)
        const boxes = [...range.getClientRects()].filter(box => box.width > 1).map(box => inked(box, own))
        if (!boxes.length) wrong.push(`“${text.data.trim()}” has no place in ${named(own)}`)
        for (const box of boxes) {
            if (box.left < -1 || box.right > width + 1) wrong.push(`“${text.data}” hangs over the edge`)
            for (let around = own; around && around !== document.body; around = around.parentElement) {
                if (["inline", "contents"].includes(getComputedStyle(around).display)) continue
                const room = around.getBoundingClientRect()
                if (box.left < room.left - 1.5 || box.right > room.right + 1.5
                    || box.top < room.top - 1 || box.bottom > room.bottom + 1)
                    wrong.push(`“${text.data.trim()}” leaves ${named(around)}`)
                if (getComputedStyle(around).position === "absolute") break
            }
            if (!floats(own)) lines.push([box, text])
        }
    }
    for (const [one, text] of lines) for (const [other, beside] of lines) {
        if (text === beside || text.compareDocumentPosition(beside) & 2) continue
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
        if (across > 2 && down > 2)
            wrong.push(`“${text.data.trim()}” lies on “${beside.data.trim()}”`)
    }
    for (const one of document.querySelectorAll("input:not([type=hidden]), textarea, button, a, summary"))
        if (seen(one) && hides(one) && one.scrollWidth > one.clientWidth + 1) wrong.push(`${named(one)} is cut off`)
    return [...new Set(wrong)]
}"""

SAID = """() => {
    const heard = ["aria-label", "alt", "placeholder", "title", "data-lost", "data-long"]
    const within = [...document.querySelectorAll(heard.map(one => `[${one}]`).join())]
    return [document.title, document.body.textContent,
        ...within.flatMap(one => heard.map(name => one.getAttribute(name)).filter(Boolean))]
}"""
"""Everything that is read or heard."""


def crowded(page: Page, *, larger: bool = True) -> list[str]:
    """What doesn't fit a narrow phone: all folds open, first as it is, then with the text twice as large."""
    page.evaluate(UNFOLD)
    small = [f"{one}: a thumb needs {THUMB}" for one in page.evaluate(TOO_SMALL, THUMB)]
    found = [*small, *page.evaluate(CROWDED, NARROW)]
    if not larger:
        return found
    page.evaluate(LARGER)
    found += [f"twice as large: {one}" for one in page.evaluate(CROWDED, NARROW)]
    page.evaluate("document.documentElement.style.fontSize = ''")
    return found


def said(page: Page) -> list[str]:
    texts: list[str] = page.evaluate(SAID)
    return texts


OWN = """() => {
    const body = document.body.cloneNode(true)
    body.querySelectorAll(`[lang]:not([lang="${document.documentElement.lang}"])`).forEach(one => one.remove())
    return [document.title, body.textContent, ...[...body.querySelectorAll("[aria-label]")].map(one => one.ariaLabel)]
}"""
"""What stands there in the page's own language: what is marked as another one is meant to be."""


def left_in_english(page: Page, language: str) -> list[str]:
    """Whole sentences of the source that say something else in this language."""
    if language == SOURCE:
        return []
    theirs = sentences_of(language)
    shown = {" ".join(line.split()) for text in page.evaluate(OWN) for line in text.splitlines()}
    return sorted(one for one in shown if one in theirs and theirs[one] != one)
