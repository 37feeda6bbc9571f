"""No violation of WCAG 2.2 AA that a machine can see, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit, path, scheme):
    page = visit(path, color_scheme=scheme, viewport={"width": 360, "height": 800}, is_mobile=True)
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}).response
    told = [f"{each['id']}: {node['target']} {node['failureSummary']}" for each in found["violations"] for node in each["nodes"]]
    assert not told


def test_axe_knows_the_rules_of_2_2(visit):
    page = visit("/")
    page.set_content("<html lang=es><title>t</title><body><main><img src='data:,'><a href='#'></a></main>")
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response
    assert {"image-alt", "link-name"} <= {each["id"] for each in found["violations"]}
    assert page.evaluate("axe.getRules(['wcag22aa']).length") > 0
