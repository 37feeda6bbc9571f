"""When a parent has died: what to do, until when, and where, on a phone, without JavaScript, and from what a screen reader reads."""

import re
from datetime import date, timedelta

import pytest
import walk

pytestmark = pytest.mark.short
PHONE = {"viewport": {"width": 360, "height": 780}, "is_mobile": True, "has_touch": True}
MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()


@pytest.mark.parametrize("script", [True, False])
def test_she_learns_what_comes_first_and_until_when(visit, script):
    page = visit("/", **PHONE, java_script_enabled=script)
    page.locator("main a[href='/momentos/fallece-un-ser-querido']").tap()
    page.wait_for_url("**/momentos/fallece-un-ser-querido")
    day = date.today() - timedelta(days=2)
    for name, value in {"Día": day.day, "Mes": day.month, "Año": day.year}.items():
        page.get_by_label(name, exact=True).fill(str(value))
    page.get_by_role("button", name="Ver mis plazos").tap()
    page.wait_for_url("**fecha-day=*")
    due = day + timedelta(days=3)
    step = page.locator(".steps > li", has_text="Inscriba la defunción")
    assert "A más tardar el " in step.inner_text()
    assert f"{due.day} de {MONTHS[due.month - 1]} de {due.year}" in step.inner_text()
    step.get_by_role("link").tap()
    page.wait_for_url("**/fichas/*-inscripcion-de-defuncion")
    text = page.locator("main").inner_text()
    assert "Oficinas del Registro Civil" in text and "Sin certificado médico: dos testigos con cédula." in text


def test_a_day_that_is_none_comes_back_with_what_to_write(visit):
    page = visit("/momentos/fallece-un-ser-querido?fecha-day=31&fecha-month=2&fecha-year=2026", **PHONE)
    assert page.get_by_label("Día", exact=True).input_value() == "31"
    assert "Escriba el día, el mes y el año" in page.locator("form.when").inner_text()


def test_the_outline_alone_tells_the_way(visit):
    """Headings in their order, each step a numbered item with its link: what a screen reader lists."""
    page = visit("/momentos/fallece-un-ser-querido")
    headings = [(int(h.evaluate("h => h.tagName[1]")), h.inner_text()) for h in page.locator("main :is(h1,h2,h3)").all()]
    assert [text for level, text in headings if level == 2][:3] == ["Primero", "Después", "Más adelante"]
    assert all(after - before <= 1 for (before, _), (after, _) in zip(headings, headings[1:]))
    tree = page.locator("main").aria_snapshot()
    order = [tree.index(words) for words in ["Primero", "Inscriba la defunción", "Después", "Más adelante", "posesión efectiva"]]
    assert order == sorted(order)
    assert re.search(r"listitem", tree) and "link \"Inscripción de defunción" in tree


def test_every_moment_of_life_is_there_and_none_is_empty(visit):
    page = visit("/momentos")
    addresses = [link.get_attribute("href") for link in page.locator("main .cards a").all()]
    assert len(addresses) == 14
    for address in addresses:
        assert walk.get(address).text.count("class=\"does\"") >= 4, address


def test_a_sheet_goes_on_paper_without_what_paper_cannot_follow(visit):
    page = visit("/fichas/102077-pension-garantizada-universal/imprimir")
    page.emulate_media(media="print")
    assert page.locator("nav").count() == 0
    assert page.get_by_text("Volver a la ficha.").is_hidden()
    text = page.locator("main").inner_text()
    assert "102077" in text and "$" in text and "101" in text


def test_a_link_that_somebody_kept_leads_to_what_replaced_it():
    answer = walk.get("/fichas/5270-pension-basica-solidaria-de-vejez")
    assert answer.status == 410
    assert "/fichas/102077-pension-garantizada-universal" in answer.text
