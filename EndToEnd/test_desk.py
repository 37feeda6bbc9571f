"""The desk, held to what every page is held to, with each of the demonstration's staff signed in."""

import re

import drafts
import pytest
import signed
import walk
from axe import in_both_schemes
from test_html import check
from test_keyboard import FOCUSED, LIST
from test_narrow import OVERFLOW
from test_targets import ACTIONS, SMALL
from budgets import MAIN_ACTION, TARGET


def pytest_generate_tests(metafunc):
    drafts.leave()
    if "seat" in metafunc.fixturenames:
        seats = walk.fewer((seat for seat, answer in signed.desk().items() if answer.is_page), lambda seat: seat[1])
        if not walk.FULL:  # a page that two accounts see as one; what is on a first screen is each one's own
            seats = {path if path.count("/") > 1 else (account, path): (account, path) for account, path in seats}.values()
        metafunc.parametrize("seat", seats, ids=lambda seat: f"{seat[0]} {seat[1]}")


@pytest.fixture
def sit(look):
    """sit(seat, **how): a page of the desk as that account sees it."""
    return lambda seat, **how: look(seat[1], signed.colleague(seat[0]).cookies(), **how)


def test_the_desk_leads_each_to_their_own():
    paths = {path for _, path in signed.desk()}
    assert {"/mesa", "/mesa/personas", "/mesa/vidrio", "/mesa/derechos", "/mesa/auditoria", "/mesa/equipo", "/mesa/estadisticas", "/en/mesa"} <= paths


def test_cases_and_what_is_done_with_somebody_are_among_them():
    paths = {drafts.kind(path) for _, path in signed.desk()}
    run = "/mesa/tramites/{}"
    assert {"/mesa/casos/waits", "/mesa/casos/refused/notificar", run, f"{run}/{{}}", f"{run}/{{}}/preguntas/longText"} <= paths


def test_each_page_answers_is_kept_by_nobody_and_has_a_way_out():
    for (account, path), answer in signed.desk().items():
        assert answer.status == 200, (account, path)
        assert answer.headers["Cache-Control"] == "no-store", path
        if answer.is_page:
            assert re.search(r'href="(/en)?/mesa/salir"', answer.text), f"no way out of {path}"
            assert len(re.findall(r"<h1[ >]", answer.text)) == 1, path


def test_nobody_comes_in_without_an_account():
    for _, path in signed.desk():
        assert walk.in_the_source(signed.Browser().get(path).path).startswith("/mesa/ingresar"), path
        assert walk.in_the_source(signed.rosa().get(path).path).startswith("/mesa/ingresar"), path


def test_signing_out_tells_the_browser_to_forget():
    browser = signed.staff("editor")
    left = browser.submit(browser.get("/mesa/salir"), {})
    assert left.path.startswith("/mesa/ingresar") and browser.get("/mesa").path.startswith("/mesa/ingresar")


def test_axe_finds_nothing(sit, seat):
    assert in_both_schemes(sit(seat, viewport={"width": 360, "height": 800}, is_mobile=True)) == []


def test_valid(tmp_path):
    names = {seat: f"{number}.html" for number, (seat, answer) in enumerate(signed.desk().items()) if answer.is_page}
    for seat, name in names.items():
        (tmp_path / name).write_bytes(signed.desk()[seat].body)
    errors = check(tmp_path)
    assert not {seat: errors[name] for seat, name in names.items() if name in errors}


def test_nothing_sticks_out_at_320_px(sit, seat):
    assert sit(seat, viewport={"width": 320, "height": 640}).evaluate(OVERFLOW) == []


def test_targets_are_large_enough(sit, seat):
    page = sit(seat, viewport={"width": 360, "height": 800}, has_touch=True, is_mobile=True)
    assert page.evaluate(SMALL, TARGET) == []
    assert page.evaluate(ACTIONS, MAIN_ACTION) == []


def test_every_control_is_reached_in_order_and_seen(sit, seat):
    page = sit(seat, viewport={"width": 1280, "height": 800})
    names = list(enumerate(page.evaluate(LIST)))
    begun = page.evaluate(FOCUSED)["at"] + 1  # where a page puts the focus by itself, the order goes on from there
    for number, name in names[begun : begun + 60]:
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUSED)
        if focus["at"] < 0 and focus["scrolls"]:
            page.keyboard.press("Tab")
            focus = page.evaluate(FOCUSED)
        assert focus["at"] == number and focus["ring"] and focus["inside"], name


def test_works_without_script(sit, seat):
    page = sit(seat, java_script_enabled=False)
    assert page.locator("h1").count() == 1 and page.locator("main").inner_text().strip()
