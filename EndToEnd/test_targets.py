"""What is to be touched is large enough (WCAG 2.5.8), and the main action is larger."""

from budgets import MAIN_ACTION, TARGET

SMALL = """least => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter(node => {
    const box = node.getBoundingClientRect(), style = getComputedStyle(node);
    const beside = [...node.parentElement.childNodes].some(each => each.nodeType === Node.TEXT_NODE && each.textContent.trim().length > 1);
    const inASentence = style.display === 'inline' && beside;
    const waiting = box.bottom <= 0 || box.right <= 0 || box.width <= 1;
    return node.checkVisibility() && !waiting && !inASentence && (box.width < least || box.height < least);
}).map(node => node.outerHTML.slice(0, 120) + ' ' + Math.round(node.getBoundingClientRect().width) + 'x' + Math.round(node.getBoundingClientRect().height))"""

ACTIONS = """least => [...document.querySelectorAll('main button, main [type=submit], main .button, main .action')].filter(node =>
    node.checkVisibility() && node.getBoundingClientRect().height < least).map(node => node.outerHTML.slice(0, 120))"""


def test_targets_are_large_enough(look, path):
    page = look(path, viewport={"width": 360, "height": 800}, has_touch=True, is_mobile=True)
    assert page.evaluate(SMALL, TARGET) == []
    assert page.evaluate(ACTIONS, MAIN_ACTION) == []
