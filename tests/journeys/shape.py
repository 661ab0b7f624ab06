"""How a screen is built, without what it says: of screens that differ by words and addresses alone axe looks at one.

Axe asks for names, roles, states, order and colours. Words count in that only by being there, and by being the same as
others: so a text is told as the number of the first one on this screen that says the same, or as nothing when empty.
All else stands in the shape as it is: tags, classes, roles, states, ids, direction, what has the focus, the width of
the screen. What longer words do to a screen is asked of each language by itself (`fitting.py`).
"""

from playwright.sync_api import Page

# The list of languages stands by itself: the one that is read is marked in it, and what else it offers depends on that.
SHAPE = r"""() => {
    const root = document.documentElement, texts = new Map()
    const SPOKEN = ["aria-label", "alt", "placeholder", "title", "aria-roledescription", "aria-valuetext"]
    const ADDRESSES = /^(href|src|srcset|action|formaction|value|nonce|content|data-.*|hx-.*)$/
    const number = (text, menu) => {
        const said = text.trim().replace(/\s+/g, " ")
        if (!said || menu) return said && "…"
        if (!texts.has(said)) texts.set(said, texts.size)
        return texts.get(said)
    }
    const told = (one, {name, value}, menu) => {
        if (SPOKEN.includes(name)) return `${name}=${number(value, menu)}`
        if (name === "lang") return one === root || menu ? "" : `lang ${value === root.lang}`
        if (name === "aria-current" && one.name === "language") return ""
        if (one.name === "viewport" || (name === "href" && value.startsWith("#"))) return `${name}=${value}`
        return ADDRESSES.test(name) ? name : `${name}=${value}`
    }
    const shape = (one, menu) => {
        if (one.nodeType === Node.TEXT_NODE) return one.parentNode.matches("style") ? one.data : number(one.data, menu)
        if (one.nodeType !== Node.ELEMENT_NODE || one.matches("script")) return ""
        if (one.matches(".languages") && !menu) return "languages"
        const is = [":checked", ":disabled", ":focus", ":indeterminate"].filter(state => one.matches(state))
        const attributes = [...one.attributes].map(each => told(one, each, menu)).filter(Boolean)
        const within = [...one.childNodes].map(each => shape(each, menu)).filter(each => each !== "")
        return `<${one.localName} ${[...attributes, ...is].join(" ")}>${within.join(",")}</>`
    }
    const asked = ["forced-colors: active", "prefers-contrast: more", "prefers-color-scheme: dark"]
    const settings = asked.map(each => matchMedia(`(${each})`).matches)
    const device = [innerWidth, getComputedStyle(root).fontSize, ...settings]
    const menus = [...document.querySelectorAll(".languages")].map(each => shape(each, true))
    return [shape(root, false), ...menus].map(each => [...device, each].join())
}"""


def shapes_of(page: Page) -> set[str]:
    """That of the screen, and that of its list of languages."""
    return set(page.evaluate(SHAPE))
