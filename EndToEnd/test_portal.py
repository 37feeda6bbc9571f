"""People find where they are attended and what they came for, on a phone, with and without JavaScript."""

import pytest

pytestmark = pytest.mark.short
PHONE = {"viewport": {"width": 360, "height": 780}, "is_mobile": True, "has_touch": True}


@pytest.mark.parametrize("script", [True, False])
def test_she_finds_the_office_of_her_comuna(visit, script):
    page = visit("/", **PHONE, java_script_enabled=script)
    page.locator("header a[href='/lugares']").tap()
    page.wait_for_url("**/lugares")
    page.get_by_label("comuna").fill("licanten")
    page.get_by_role("button", name="Ver lugares").tap()
    page.wait_for_url("**/lugares/07303-licanten")
    card = page.locator(".points > li").first
    assert "Registro Civil Licantén" in card.inner_text()
    assert "De lunes a viernes, de 8:30 a 14:00" in card.inner_text()
    assert any(word in card.inner_text() for word in ["Abierto ahora, hasta las", "Cerrado. Abre"])
    assert card.locator("a[href='tel:6003702000']").count() == 1


@pytest.mark.parametrize("script", [True, False])
def test_she_says_it_in_her_words_and_finds_the_universal_pension(visit, script):
    page = visit("/", **PHONE, java_script_enabled=script)
    page.locator("#q").fill("pension de viejitos")
    page.get_by_role("button", name="Buscar").tap()
    page.wait_for_url("**/buscar?q=*")
    page.locator(".found a").first.tap()
    page.wait_for_url("**/fichas/*pension-garantizada-universal")
    assert "Pensión Garantizada Universal" in page.locator("h1").inner_text()


def test_she_mistypes_her_comuna_and_is_offered_what_she_meant(visit):
    page = visit("/lugares", **PHONE)
    page.get_by_label("comuna").fill("Ranchagua")
    page.get_by_role("button", name="Ver lugares").tap()
    page.locator("main a[href='/lugares/06101-rancagua']").tap()
    page.wait_for_url("**/lugares/06101-rancagua")


def test_a_number_of_hers_is_not_said_back(visit):
    page = visit("/buscar?q=12.345.678-5", **PHONE)
    assert "12.345.678" not in page.content()
    assert "No escriba su RUN" in page.locator("main").inner_text()


def test_a_reader_of_english_finds_the_identity_card(visit):
    page = visit("/", **PHONE)
    page.locator("a[hreflang=en]").first.tap()
    page.wait_for_url("**/en")
    page.locator("#q").fill("cedula de identidad")
    page.get_by_role("button", name="Search").tap()
    page.wait_for_url("**/en/buscar?q=*")
    page.locator(".found a[href^='/en/fichas/']").first.tap()
    page.wait_for_url("**/en/fichas/*")
    assert "dula" in page.locator("h1").inner_text()
    assert page.locator("h1").get_attribute("lang") == "es"
