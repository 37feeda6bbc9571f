"""The doors that lead to what is somebody's own, before anybody is signed in."""

import pytest
import signed
import walk
from axe import in_both_schemes
from budgets import MAIN_ACTION, TARGET, first_view
from test_html import check
from test_narrow import OVERFLOW
from test_targets import ACTIONS, SMALL

DOORS = [
    "/ingresar?nivel=verificado&volver=/mi", "/en/ingresar?nivel=declarado&volver=/en/mi", "/salir", "/mesa/ingresar", "/en/mesa/ingresar",
    "/simulador/claveunica", "/ingresar/vuelta?error=access_denied",
]  # fmt: skip


@pytest.mark.parametrize("door", DOORS)
def test_axe_finds_nothing(visit, door):
    assert in_both_schemes(visit(door, viewport={"width": 360, "height": 800}, is_mobile=True)) == []


@pytest.mark.parametrize("door", DOORS)
def test_fits_a_phone_and_a_thumb(visit, door):
    assert visit(door, viewport={"width": 320, "height": 640}).evaluate(OVERFLOW) == []
    page = visit(door, viewport={"width": 360, "height": 800}, has_touch=True, is_mobile=True)
    assert page.evaluate(SMALL, TARGET) == [] and page.evaluate(ACTIONS, MAIN_ACTION) == []


@pytest.mark.parametrize("door", DOORS)
def test_first_view(visit, door):
    page = visit(None, viewport={"width": 360, "height": 800})
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    weights = {}
    network.on("Network.loadingFinished", lambda event: weights.update({event["requestId"]: int(event["encodedDataLength"])}))
    page.goto(door, wait_until="networkidle")
    assert 0 < sum(weights.values()) <= first_view(door)


def test_valid_and_kept_by_nobody(tmp_path):
    for number, door in enumerate(DOORS):
        answer = walk.get(door)
        assert answer.headers["Cache-Control"] == "no-store" and "noindex" in answer.headers["X-Robots-Tag"], door
        (tmp_path / f"{number}.html").write_bytes(answer.body)
    assert not check(tmp_path)


def test_a_person_signs_in_on_a_phone_by_touch_and_out_again(visit):
    page = visit("/mi", viewport={"width": 360, "height": 800}, has_touch=True, is_mobile=True, java_script_enabled=False)
    page.get_by_role("link", name="Ingresar con").click()
    page.get_by_label("12.345.678-5").check()
    page.get_by_role("main").get_by_role("button").first.click()
    assert page.url == walk.BASE + "/mi" and "Rosa" in page.locator("h1").inner_text()
    page.get_by_role("link", name="Salir", exact=True).click()
    page.get_by_role("main").get_by_role("button").first.click()
    page.wait_for_url("**/salir/listo")
    page.goto("/mi")
    assert "/ingresar" in page.url


def test_a_provider_that_is_down_leaves_other_doors_open():
    def behave(fault):
        import urllib.request

        urllib.request.urlopen(urllib.request.Request(f"{walk.BASE}/simulador/claveunica/falla/{fault}", method="PUT"), timeout=30)

    browser = signed.Browser()
    start = next(link for link in walk.Links(browser.get("/mi").text).links if link.startswith("/ingresar/clave"))
    behave("down")
    try:
        told = browser.submit(browser.get(start), {"persona": signed.ROSA})
        assert told.status in (502, 503) and 'href="tel:101"' in told.text and "/lugares" in told.text
    finally:
        behave("none")
    assert signed.citizen().get("/mi").status == 200
