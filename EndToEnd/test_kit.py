"""The design kit: its tabs with and without JavaScript, its themes, and a page that another institution made with it."""

from pathlib import Path
from urllib.request import Request, urlopen

import pytest
import walk
from axe import violations
from test_html import check
from test_keyboard import FOCUSED, LIST
from test_narrow import OVERFLOW

EXAMPLE = Path(__file__).parent.parent / "Docs" / "kit-example.html"
TABS = ".sections [role=tab]"


def test_without_script_sections_are_all_there(visit):
    page = visit("/kit/navegacion", java_script_enabled=False)
    assert page.locator(TABS).count() == 0
    assert page.locator(".sections section").count() == 3
    assert all(section.is_visible() for section in page.locator(".sections section p").all())


def test_arrows_go_from_tab_to_tab_and_one_is_shown(visit):
    page = visit("/kit/navegacion")
    tabs = page.locator(TABS)
    assert tabs.evaluate_all("tabs => tabs.map(tab => tab.tabIndex)") == [0, -1, -1]
    tabs.first.focus()
    for key, chosen in [("ArrowRight", 1), ("ArrowRight", 2), ("ArrowRight", 0), ("ArrowLeft", 2), ("Home", 0), ("End", 2)]:
        page.keyboard.press(key)
        assert page.evaluate(f"[...document.querySelectorAll('{TABS}')].indexOf(document.activeElement)") == chosen
        shown = page.locator(".sections section p").evaluate_all("all => all.map(each => each.checkVisibility())")
        assert shown == [at == chosen for at in range(3)]
        assert tabs.nth(chosen).get_attribute("aria-selected") == "true"
    assert violations(page) == []


def test_an_address_opens_its_section(visit):
    page = visit("/kit/navegacion#en-linea")
    assert page.locator("#en-linea p").evaluate("node => node.checkVisibility()")
    assert not page.locator("#en-persona p").evaluate("node => node.checkVisibility()")


def test_an_error_leads_to_its_control(visit):
    page = visit("/kit/formularios")
    for name in ("run", "respuesta"):
        page.locator(f"#errores a[href='#{name}']").click()
        assert page.evaluate("document.activeElement.id") == name


def test_all_of_a_form_is_reached_by_keyboard(visit):
    page = visit("/kit/formularios", viewport={"width": 1280, "height": 800})
    for number, name in enumerate(page.evaluate(LIST)):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUSED)
        assert (focus["at"], focus["ring"], focus["inside"]) == (number, True, True), name


@pytest.mark.parametrize("file", ["ventanilla.css", "sections.js", "toolbar.js"])
def test_other_sites_may_use_the_files(file):
    answer = walk.get(f"/kit/{file}", Origin="https://otra.example")
    assert answer.status == 200
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "max-age=3600" in answer.headers["Cache-Control"]
    assert walk.get(f"/kit/{file}", If_None_Match=answer.headers["ETag"]).status == 304


def test_all_styles_are_light():
    request = Request(f"{walk.BASE}/kit/ventanilla.css", headers={"Accept-Encoding": "br"})
    with urlopen(request, timeout=30) as answer:
        assert len(answer.read()) <= 5000


@pytest.mark.parametrize("look", ["contrast", "kiosk", "text-2"])
@pytest.mark.parametrize("page", ["formularios", "avisos", "avance", "navegacion", "contenido"])
def test_each_look_is_whole(visit, page, look):
    shown = visit(f"/kit/{page}", viewport={"width": 1080 if look == "kiosk" else 360, "height": 1920})
    shown.evaluate("look => document.documentElement.classList.add(look)", look)
    assert violations(shown) == []
    assert shown.evaluate(OVERFLOW) == []
    if look == "kiosk":
        small = "all => all.filter(each => each.getBoundingClientRect().height < 80).map(each => each.outerHTML.slice(0, 100))"
        assert shown.locator(".specimen .button, .specimen .choice, .specimen select, .pages a").evaluate_all(small) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_of_another_institution_stands_from_disk(visit, scheme):
    page = visit(None, color_scheme=scheme, viewport={"width": 320, "height": 640})
    page.goto(EXAMPLE.as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('.button')).minHeight") == "48px", "the styles were found"
    assert page.problems == []
    assert page.evaluate(OVERFLOW) == []
    assert violations(page) == []


def test_the_page_of_another_institution_is_valid(tmp_path):
    (tmp_path / "example.html").write_bytes(EXAMPLE.read_bytes())
    assert check(tmp_path) == {}
