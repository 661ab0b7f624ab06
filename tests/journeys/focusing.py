"""Where the keyboard is: it can be seen at every stop, and nothing lies over it."""

from playwright.sync_api import Page

# A box that is as big as its card lies under the text of the card: the card is what is seen.
_SEEN = """
    const cardOf = one => one.closest("label") ?? one
    const ringed = one => {
        const style = getComputedStyle(one)
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
    }
    const uncovered = one => {
        const card = cardOf(one), box = card.getBoundingClientRect()
        const points = [.2, .5, .8].flatMap(across => [.2, .5, .8].map(down =>
            [box.left + across * box.width, box.top + down * box.height]))
        const onScreen = ([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight
        return points.filter(onScreen).some(([x, y]) => {
            const top = document.elementFromPoint(x, y)
            return top && (card.contains(top) || top.contains(card))
        })
    }
    const whatIsWrong = one => {
        const named = one.outerHTML.slice(0, 80)
        if (![one, cardOf(one)].some(ringed)) return `${named} doesn't show the focus`
        return uncovered(one) ? "" : `${named} is hidden under something when it has the focus`
    }"""
NOT_SEEN = f"() => {{ {_SEEN}; return whatIsWrong(document.activeElement) }}"
"""What is wrong where the focus is now, or nothing."""
HERE = "wanted => wanted === document.activeElement"

FOCUS = f"""() => {{ {_SEEN}
    const wrong = [], stops = "a[href], button, summary, select, textarea, input:not([type=hidden])"
    for (const one of document.querySelectorAll(stops)) {{
        if (!one.checkVisibility({{visibilityProperty: true, contentVisibilityAuto: true}}) || one.disabled) continue
        one.focus({{focusVisible: true}})
        wrong.push(document.activeElement === one ? whatIsWrong(one) : `${{one.outerHTML.slice(0, 80)}} takes no focus`)
    }}
    return wrong.filter(Boolean)
}}"""


def out_of_sight(page: Page) -> list[str]:
    """What can be reached by keys without anybody seeing where they are."""
    found: list[str] = page.evaluate(FOCUS)
    return found
