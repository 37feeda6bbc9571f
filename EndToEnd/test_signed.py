"""Mi Ventanilla, held to what every page is held to, with somebody signed in."""

import re
from functools import cache

import drafts
import pytest
import signed
import walk
from axe import in_both_schemes
from budgets import MAIN_ACTION, TARGET, first_view
from test_html import check
from test_keyboard import FOCUSED, LIST
from test_narrow import OVERFLOW
from test_targets import ACTIONS, SMALL


@cache
def kinds():
    """{kind: path} of a page of each kind."""
    drafts.leave()
    pages = {}
    for path, answer in signed.rooms().items():
        if answer.is_page:
            pages.setdefault(drafts.kind(answer.path), path)
    return pages


def pytest_generate_tests(metafunc):
    if "room" in metafunc.fixturenames:
        metafunc.parametrize("room", walk.fewer(kinds().values()))


@pytest.fixture
def enter(look):
    """enter(path, **how): a page as whoever it is for sees it."""
    return lambda path, **how: look(path, signed.who(path).cookies(), **how)


def test_the_rooms_are_those_that_are_documented():
    assert {"/mi", "/mi/datos", "/mi/quien-vio", "/mi/avisos", "/mi/derechos", "/mi/sesiones", "/en/mi"} <= set(signed.rooms())
    assert sum("/mi/por/" in path for path in signed.rooms()) > 20, "somebody acts for others"


def test_what_is_under_way_is_among_them():
    asked = {f"/mi/tramites/{{}}/preguntas/{kind}" for kind in drafts.KINDS.values()}
    assert {*asked, *(f"/mi/tramites/{state}" for state in ("granted", "waits", "refused", "{}/revisar"))} <= set(kinds())


def test_every_room_answers_and_is_kept_by_nobody():
    for path, answer in signed.rooms().items():
        assert answer.status == 200, path
        assert answer.headers["Cache-Control"] == "no-store", path
        if answer.is_page:
            assert "noindex" in (answer.headers["X-Robots-Tag"] or ""), path
            assert re.search(rf'<html[^>]* lang="{walk.language(path)}"', answer.text), path
            assert len(re.findall(r"<h1[ >]", answer.text)) == 1, path
            # A page for paper has no ways but the one back.
            assert re.search(r'href="(/en)?/salir"', answer.text) or "letterhead" in answer.text, f"no way out of {path}"


def test_without_a_session_no_room_opens():
    stranger = signed.Browser()
    for path in signed.rooms():
        answer = stranger.get(path)
        assert walk.in_the_source(answer.path).startswith("/ingresar"), path
        assert "Rosa" not in answer.text, path


def test_axe_finds_nothing(enter, room):
    assert in_both_schemes(enter(room, viewport={"width": 360, "height": 800}, is_mobile=True)) == []


def test_valid(tmp_path):
    names = {path: f"{number}.html" for number, (path, answer) in enumerate(signed.rooms().items()) if answer.is_page}
    for path, name in names.items():
        (tmp_path / name).write_bytes(signed.rooms()[path].body)
    errors = check(tmp_path)
    assert not {path: errors[name] for path, name in names.items() if name in errors}


def test_nothing_sticks_out_at_320_px(enter, room):
    assert enter(room, viewport={"width": 320, "height": 640}).evaluate(OVERFLOW) == []


def test_targets_are_large_enough(enter, room):
    page = enter(room, viewport={"width": 360, "height": 800}, has_touch=True, is_mobile=True)
    assert page.evaluate(SMALL, TARGET) == []
    assert page.evaluate(ACTIONS, MAIN_ACTION) == []


def test_every_control_is_reached_in_order_and_seen(enter, room):
    page = enter(room, viewport={"width": 1280, "height": 800})
    for number, name in enumerate(page.evaluate(LIST)):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUSED)
        if focus["at"] < 0 and focus["scrolls"]:
            page.keyboard.press("Tab")
            focus = page.evaluate(FOCUSED)
        assert focus["at"] == number and focus["ring"] and focus["inside"], name


def test_works_without_script(enter, room):
    page = enter(room, java_script_enabled=False)
    assert page.locator("h1").count() == 1 and page.locator("main").inner_text().strip()


def test_no_script_of_ours_breaks(visit, room):
    page = visit(None)
    page.context.add_cookies(signed.who(room).cookies())
    page.goto(room, wait_until="load")
    assert not page.problems


def test_weight(visit, room):
    page = visit(None, viewport={"width": 360, "height": 800})
    page.context.add_cookies(signed.who(room).cookies())
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    weights = {}
    network.on("Network.loadingFinished", lambda event: weights.update({event["requestId"]: int(event["encodedDataLength"])}))
    page.goto(room, wait_until="networkidle")
    assert 0 < sum(weights.values()) <= first_view(room)
