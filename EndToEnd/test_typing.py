"""An agent types attentions up by keyboard, and without a script."""

import pytest
import signed

pytestmark = pytest.mark.short


def test_ten_attentions_in_a_row_with_three_keys_each(visit):
    page = visit(None, viewport={"width": 1280, "height": 900})
    page.context.add_cookies(signed.colleague("agente").cookies())
    page.goto("/mesa/atenciones")
    before = page.locator("#hoy ~ tbody tr, table tbody tr").count()
    for number in range(10):
        page.keyboard.press("n")
        page.wait_for_url("**/terminar")
        page.keyboard.press(str(1 + number % 3))
        page.keyboard.press("Enter")
        page.wait_for_url("**/mesa/atenciones?hecho=terminada**")
    assert page.locator("table tbody tr").count() == before + 10
    assert not page.problems


def test_one_without_a_script_and_its_correction(visit):
    page = visit(None, java_script_enabled=False)
    page.context.add_cookies(signed.colleague("agente").cookies())
    page.goto("/mesa/atenciones")
    page.click("text=Empezar una atención")
    page.click("button:has-text('Terminar')")
    assert "Elija de qué se trató" in page.content(), "a product is needed"
    page.select_option("select[name=ficha]", "102077")
    page.check("input[name=resultado][value=pendiente]")
    page.click("button:has-text('Terminar')")
    assert "hecho=terminada" in page.url
    page.locator("a:has-text('Corregir')").first.click()
    page.check("input[name=resultado][value=resuelta]")
    page.click("button:has-text('Guardar la corrección')")
    assert "La corrección quedó anotada" in page.content()


def test_the_protocol_stands_beside_it(visit):
    page = visit(None, java_script_enabled=False)
    page.context.add_cookies(signed.colleague("agente").cookies())
    page.goto("/mesa/atenciones")
    page.click("text=Empezar una atención")
    page.locator(".protocol a").first.click()
    assert page.locator(".protocol li").count() > 3
    assert page.locator("input[name=frecuente]:checked").count() == 1, "what was looked at is chosen"


def test_the_survey_is_answered_with_the_code_that_the_agent_gives(visit):
    page = visit(None, java_script_enabled=False, viewport={"width": 360, "height": 800})
    page.context.add_cookies(signed.colleague("agente").cookies())
    page.goto("/mesa/atenciones")
    page.click("text=Empezar una atención")
    page.select_option("select[name=ficha]", "102077")
    page.click("button:has-text('Terminar')")
    code = page.inner_text("strong.folio")
    person = visit("/encuesta", java_script_enabled=False, viewport={"width": 360, "height": 800})
    person.fill("input[name=codigo]", code)
    person.click("button:has-text('Empezar')")
    person.check("input[name=satisfaccion][value='7']")
    person.click("button:has-text('Enviar')")
    assert "Gracias" in person.inner_text("h1")
    person.reload()
    assert "Gracias" in person.inner_text("h1"), "it is answered once"
