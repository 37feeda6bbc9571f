"""By keyboard alone: everything in order, always seen, and a way past what repeats."""

LIST = """() => {
    const kinds = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])';
    // Arrows, not Tab, go on inside of a group of radio buttons or of tabs.
    const stands = node => node.tabIndex >= 0 && (node.type !== 'radio' || node.checked
        || !document.querySelector(`[name="${node.name}"]:checked`) && node === document.querySelector(`[name="${node.name}"]`));
    window.reachable = [...document.querySelectorAll(kinds)].filter(node => node.checkVisibility() && !node.disabled && stands(node));
    return window.reachable.map(node => node.textContent.trim() || node.getAttribute('name') || node.tagName);
}"""

FOCUSED = """() => {
    const node = document.activeElement, style = getComputedStyle(node), box = node.getBoundingClientRect();
    return {
        at: window.reachable.indexOf(node),
        scrolls: /(auto|scroll)/.test(style.overflowX + style.overflowY),
        ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        inside: box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
}"""


def test_every_control_is_reached_in_order_and_seen(look, route):
    page = look(route, viewport={"width": 1280, "height": 800})
    names = page.evaluate(LIST)
    for number, name in enumerate(names):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUSED)
        if focus["at"] < 0 and focus["scrolls"]:  # a region that scrolls takes the focus before what is in it
            page.keyboard.press("Tab")
            focus = page.evaluate(FOCUSED)
        assert focus["at"] == number, f"{name!r} comes out of order"
        assert focus["ring"], f"{name!r} shows no focus"
        assert focus["inside"], f"{name!r} has the focus where nobody sees it"


def test_the_first_key_offers_to_skip_to_the_content(look, route):
    page = look(route)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')").startswith("#")
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector('main, main *:target') !== null && location.hash.length > 1")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement) || !document.querySelector('main a, main button')")
