"""Usable at 320 px, and with text at twice its size (WCAG 1.4.4, 1.4.10)."""

OVERFLOW = """() => {
    const wide = document.documentElement.clientWidth;
    const scrolls = node => node && node !== document.body && (/(auto|scroll)/.test(getComputedStyle(node).overflowX) || scrolls(node.parentElement));
    const told = [...document.querySelectorAll('body *')].filter(node => {
        const box = node.getBoundingClientRect();
        const hidden = getComputedStyle(node).clipPath !== 'none' || getComputedStyle(node).position === 'absolute' && box.right <= 0;
        return box.width > 1 && box.right > wide + 1 && !hidden && !scrolls(node.parentElement);
    });
    if (document.documentElement.scrollWidth > wide) told.unshift(document.documentElement);
    return told.map(node => node.tagName + '.' + (node.getAttribute('class') || '') + ': ' + node.textContent.trim().slice(0, 40));
}"""

CUT = """() => [...document.querySelectorAll('body *')].filter(node => {
    const style = getComputedStyle(node);
    return node.clientWidth > 1 && /(hidden|clip)/.test(style.overflowX + style.overflowY)
        && (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1);
}).map(node => node.tagName + ': ' + node.textContent.trim().slice(0, 40))"""


def test_nothing_sticks_out_at_320_px(look, path):
    assert look(path, viewport={"width": 320, "height": 640}).evaluate(OVERFLOW) == []


def test_text_at_200_percent(visit, path):
    page = visit(None, viewport={"width": 640, "height": 800})
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    page.goto(path)
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 32, "text follows the reader's setting"
    assert page.evaluate(OVERFLOW) == []
    assert page.evaluate(CUT) == []
