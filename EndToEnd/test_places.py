"""People find a place by its comuna, on the map, or by where they are, which they tell to nobody."""

import pytest
import walk

pytestmark = pytest.mark.short
PHONE = {"viewport": {"width": 360, "height": 780}, "is_mobile": True, "has_touch": True}
SANTIAGO = {"latitude": -33.4400, "longitude": -70.6500}
AT_SEA = {"latitude": -33.0, "longitude": -95.0}


def located(visit, place, path="/lugares"):
    page = visit(None, **PHONE, geolocation=place, permissions=["geolocation"])
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url + (request.post_data or "")))
    page.goto(path)
    return page


def test_her_position_leads_to_her_comuna_and_stays_with_her(visit):
    page = located(visit, SANTIAGO)
    page.get_by_role("button", name="Usar mi ubicación").tap()
    page.wait_for_url("**/lugares/13101-santiago")
    assert not [url for url in page.asked if "33.4" in url or "70.6" in url or "-33" in url]
    assert all(url.startswith(walk.BASE) for url in page.asked)
    assert page.problems == []


def test_what_she_asks_for_goes_with_her(visit):
    page = located(visit, SANTIAGO, "/lugares?lugar=civil-registry")
    assert "Oficinas del Registro Civil" in page.locator("main").inner_text()
    page.get_by_role("button", name="Usar mi ubicación").tap()
    page.wait_for_url("**/lugares/13101-santiago?lugar=civil-registry")


def test_at_sea_she_is_told_the_truth(visit):
    page = located(visit, AT_SEA)
    page.get_by_role("button", name="Usar mi ubicación").tap()
    page.get_by_role("status").filter(has_text="No encontramos una comuna cerca").wait_for()
    assert page.url.endswith("/lugares")


def test_without_her_permission_she_types_it(visit):
    page = visit("/lugares", **PHONE)
    page.get_by_role("button", name="Usar mi ubicación").tap()
    page.get_by_role("status").filter(has_text="No tenemos su permiso").wait_for()
    page.get_by_label("comuna").fill("licanten")
    page.get_by_role("button", name="Ver lugares").tap()
    page.wait_for_url("**/lugares/07303-licanten")


def test_in_english_too(visit):
    page = located(visit, SANTIAGO, "/en/lugares")
    page.get_by_role("button", name="Use my location").tap()
    page.wait_for_url("**/en/lugares/13101-santiago")


def test_without_script_there_is_no_button_and_all_else_is_there(visit):
    page = visit("/lugares", **PHONE, java_script_enabled=False)
    assert page.locator(".near").is_hidden()
    page.locator("main a[href='/lugares/region/07-maule']").first.tap()
    page.wait_for_url("**/lugares/region/07-maule")
    page.locator(".ways a[href='/lugares/07303-licanten']").tap()
    page.wait_for_url("**/lugares/07303-licanten")
    page.get_by_role("link", name="Registro Civil Licantén").tap()
    page.wait_for_url("**/lugares/puntos/26-registro-civil-licanten")
    words = page.locator("main").inner_text()
    assert "Los próximos siete días" in words and "Qué puede hacer aquí" in words and "no se sabe si lo hay" in words


def test_by_keyboard_she_filters_and_drops_the_filter(visit):
    page = visit("/lugares/02101-antofagasta", viewport={"width": 1280, "height": 800})
    page.locator(".filters summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "clase"
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**lugar=chileatiende-branch**")
    assert page.locator(".points").first.locator("li").count() == 1
    page.locator(".chosen a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/lugares/02101-antofagasta")


def test_the_maps_lead_where_they_say(visit):
    page = visit("/lugares", viewport={"width": 1280, "height": 900})
    page.locator(".figure a[href='/lugares/region/02-antofagasta'] text").first.click()
    page.wait_for_url("**/lugares/region/02-antofagasta")
    page.locator(".placemap a[href='/lugares/02101-antofagasta'] path").click()
    page.wait_for_url("**/lugares/02101-antofagasta")


def test_the_finder_alone_may_ask_where_she_is():
    policies = {path: walk.get(path).headers["Permissions-Policy"] for path in ["/lugares", "/en/lugares", "/", "/lugares/02101-antofagasta"]}
    assert [path for path, policy in policies.items() if "geolocation=(self)" in policy] == ["/lugares", "/en/lugares"]
