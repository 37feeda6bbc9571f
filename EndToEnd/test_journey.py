"""A person on a phone finds out what the universal pension takes."""

import pytest
import walk

pytestmark = pytest.mark.short


@pytest.mark.parametrize("script", [True, False])
def test_from_home_to_the_universal_pension(visit, script):
    page = visit("/", viewport={"width": 360, "height": 780}, is_mobile=True, has_touch=True, java_script_enabled=script)
    topics = page.locator("main a[href^='/temas/']")
    sheet = "main a[href^='/fichas/'][href*='pension-garantizada-universal']"
    addresses = [topics.nth(at).get_attribute("href") for at in range(topics.count())]
    for address in addresses:
        if page.locator(sheet).count():
            break
        page.goto("/")
        page.locator(f"main a[href='{address}']").first.tap()
        page.wait_for_url(f"**{address}")
    page.locator(sheet).first.tap()
    page.wait_for_url("**/fichas/*")
    assert "Pensión Garantizada Universal" in page.locator("h1").inner_text()
    assert "$" in page.locator("main").inner_text()
