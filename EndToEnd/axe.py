"""What axe finds on a page that is shown: the rules of WCAG 2.2 AA that a machine can see."""

from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
COLOURS = ["color-contrast", "link-in-text-block"]  # the rules whose answer can change with the colours of a page, and nothing else


def violations(page, **which):
    only = which or {"type": "tag", "values": TAGS}
    found = Axe().run(page, options={"runOnly": only, "resultTypes": ["violations"]}).response
    return [f"{each['id']}: {node['target']} {node['failureSummary']}" for each in found["violations"] for node in each["nodes"]]


def in_both_schemes(page):
    """All rules in light, and in the dark those that look at colours."""
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    told = violations(page)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    return told + violations(page, type="rule", values=COLOURS)
