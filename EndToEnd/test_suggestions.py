"""The search box suggests while one types, and never takes away what one wants to do."""

import pytest

pytestmark = pytest.mark.short
PHONE = {"viewport": {"width": 360, "height": 780}, "is_mobile": True, "has_touch": True}


def typed(page, text):
    page.locator("#q").press_sequentially(text, delay=20)
    page.locator(".suggestions:not([hidden]) [role=option]").first.wait_for()


@pytest.mark.parametrize("start", ["/", "/buscar", "/en"])
def test_arrows_choose_and_enter_goes_there(visit, start):
    page = visit(start)
    box = page.locator("#q")
    typed(page, "licencia de con")
    assert box.get_attribute("role") == "combobox" and box.get_attribute("aria-expanded") == "true"
    assert page.locator(".searchbox [role=status]").inner_text()[0].isdigit()
    box.press("ArrowDown")
    chosen = page.locator("#" + box.get_attribute("aria-activedescendant"))
    assert chosen.get_attribute("aria-selected") == "true"
    address = chosen.get_attribute("data-address")
    box.press("Enter")
    page.wait_for_url("**" + address)


def test_enter_searches_what_was_typed_when_nothing_was_chosen(visit):
    page = visit("/")
    typed(page, "certificado")
    page.locator("#q").press("Enter")
    page.wait_for_url("**/buscar?q=certificado")


def test_escape_closes_and_leaves_the_words(visit):
    page = visit("/")
    box = page.locator("#q")
    typed(page, "certificado")
    box.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant")
    box.press("Escape")
    assert page.locator(".suggestions").is_hidden() and box.input_value() == "certificado"
    assert box.get_attribute("aria-expanded") == "false" and box.get_attribute("aria-activedescendant") is None


def test_a_finger_chooses_and_the_button_is_never_covered(visit):
    page = visit("/", **PHONE)
    typed(page, "certificado de nacim")
    list_box, button = page.locator(".suggestions").bounding_box(), page.locator(".searchbox .button").bounding_box()
    assert list_box["y"] >= button["y"] + button["height"]
    page.locator(".suggestions [role=option]").first.tap()
    page.wait_for_url("**/fichas/900030-*")


def test_a_number_of_hers_does_not_leave_the_browser(visit):
    page = visit("/")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("#q").press_sequentially("12.345.678-5", delay=20)
    page.wait_for_timeout(500)
    assert all("345.678" not in url for url in asked)
