"""Somebody complains without saying who they are, and reads the answer with a code."""

import re

import pytest
import signed


pytestmark = pytest.mark.short


def test_a_question_from_writing_to_grading(visit):
    page = visit("/solicitudes", java_script_enabled=False, viewport={"width": 360, "height": 800})
    page.click("button:has-text('Enviar')")
    assert page.locator("[role=alert], .problems, .error").count() > 0, "nothing was written"
    page.check("input[name=tipo][value=consulta]")
    page.fill("textarea[name=mensaje]", "¿Atienden los sábados?")
    page.click("button:has-text('Enviar')")
    code = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", page.inner_text("strong.folio").replace("\u2060", ""))[0]
    assert "Guarde el código" in page.content()

    agent = signed.colleague("agente")
    opened = agent.get("/mesa/solicitudes/" + code.replace("-", ""))
    assert "¿Atienden los sábados?" in opened.text
    taken = agent.submit(opened, {})
    agent.submit(taken, {"respuesta": "No. De lunes a viernes, de nueve a dos."})

    page.goto("/solicitudes/seguir")
    page.fill("input[name=codigo]", code.lower())
    page.click("button:has-text('Ver en qué va')")
    assert "De lunes a viernes" in page.content()
    page.check("input[name=nota][value='6']")
    page.click("button:has-text('Poner la nota')")
    assert "Usted puso un 6" in page.content()


@pytest.mark.parametrize("typed", ["", "K7PM", "ZZZZ-ZZZZ", "22222222"])
def test_a_code_that_is_none_says_what_to_do(visit, typed):
    page = visit("/solicitudes/seguir", java_script_enabled=False)
    page.fill("input[name=codigo]", typed)
    page.click("button:has-text('Ver en qué va')")
    assert "/solicitudes/seguir" in page.url and "ódigo" in page.content()


def test_the_tray_is_for_those_who_answer():
    assert signed.colleague("auditor").get("/mesa/solicitudes").status == 403
