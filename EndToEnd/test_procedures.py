"""A pension from the first question to the decision, half of it with an agent; a refusal that is signed; a paper that is verified."""

import re

import drafts
import pytest
import signed

pytestmark = pytest.mark.short
NARROW = {"width": 360, "height": 800}


def of(browser_cookies, visit, path, **how):
    page = visit(None, viewport=NARROW, **how)
    page.context.add_cookies(browser_cookies)
    page.goto(path)
    return page


def begin(page, service):
    page.goto(f"/mi/tramites/nuevo/{service}")
    page.click("main form button:has-text('Comenzar')")


def test_a_pension_without_script_says_why(visit):
    page = of(signed.citizen("1000005-K").cookies(), visit, "/tramites", java_script_enabled=False)
    page.click("main a:has-text('Pensión Garantizada Universal')")
    assert "Registro Civil" in page.content(), "which registers will be asked is said before it is done"
    page.click("main a:has-text('Comenzar')")
    page.click("main form button:has-text('Comenzar')")
    asked = 0
    while "/preguntas/" in page.url and asked < 12:
        asked += 1
        assert page.locator("main h1").count() == 1
        if page.locator("main input[type=radio]").count():
            if asked == 1:
                page.click("main form button:has-text('Continuar')")
                assert page.locator("main .summary, main [role=alert], main .errors").count() or "revisar" in page.inner_text("main"), "an empty answer says what is missing"
            page.locator("main input[type=radio]").first.check()
        elif page.locator("main input[type=file]").count():
            page.set_input_files("main input[type=file]", files=[{"name": "papel.jpg", "mimeType": "image/jpeg", "buffer": b"MZ nothing to see"}])
            page.click("main form button:has-text('Continuar')")
            assert "JPG" in page.inner_text("main .summary"), "what the bytes show counts, not the name"
            page.set_input_files("main input[type=file]", files=[{"name": "papel.exe", "mimeType": "image/jpeg", "buffer": b"\xff\xd8\xff\xe0 un papel"}])
        elif page.locator("main input[type=checkbox]").count():
            page.locator("main input[type=checkbox]").first.check()
        else:
            raise AssertionError(f"nobody expected {page.url}")
        page.click("main form button:has-text('Continuar')")
    assert page.url.endswith("/revisar")
    assert page.locator("a:has-text('Cambiar')").count() >= 2
    page.click("main form button:has-text('Presentar')")
    assert re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", page.inner_text("strong.folio").replace("\u2060", ""))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_certificate_is_a_paper_that_a_stranger_verifies(visit):
    page = of(signed.citizen().cookies(), visit, "/mi/tramites", accept_downloads=True)
    begin(page, "certificado-de-cotizaciones")
    assert "Todavía no se ha emitido" in page.inner_text("main"), "nobody takes the review for the certificate"
    page.click("main form button:has-text('Emitir el documento')")
    assert page.locator(".confirmation a:has-text('Descargar')").count() == 1, "the paper is where one looks first"
    code = re.search(r"verificación ([A-Z0-9]{4}-[A-Z0-9]{4})", page.inner_text("main").replace("\u2060", ""))[1]
    with page.expect_download() as download:
        page.click("main a:has-text('Descargar')")
    with open(download.value.path(), "rb") as file:
        assert file.read(5) == b"%PDF-"
    stranger = visit("/verificar", java_script_enabled=False, viewport=NARROW)
    stranger.fill("input[name=codigo]", "nada")
    stranger.click("main form button")
    assert "ocho letras" in stranger.inner_text("main")
    stranger.fill("input[name=codigo]", code.lower())
    stranger.click("main form button")
    said = stranger.inner_text("main")
    assert "auténtico y está vigente" in said and "Certificado de cotizaciones" in said
    assert "Rosa" not in said and "Muñoz" not in said


def test_what_does_not_meet_a_rule_is_signed_by_somebody(visit):
    page = of(signed.citizen("44444444-4").cookies(), visit, "/mi/tramites", java_script_enabled=False)
    begin(page, "pension-garantizada-universal")
    for _ in range(6):
        if "/preguntas/" not in page.url:
            break
        if page.url.endswith("/acredita_residencia"):
            page.check("main input[value=no]")
        else:
            page.locator("main input[type=radio], main input[type=checkbox]").first.check()
        page.click("main form button:has-text('Continuar')")
    assert "lo resuelve una persona" in page.inner_text("main")
    page.click("main form button:has-text('Presentar')")
    code = page.inner_text("strong.folio").replace("\u2060", "").replace("-", "")
    page.goto(f"/mi/tramites/{code}/retirar")
    assert page.url.endswith(f"/mi/tramites/{code}"), "the address of a form leads to its page"
    official = of(signed.colleague("supervisora").cookies(), visit, "/mesa/casos", java_script_enabled=False)
    official.click(f"form[action*='{code}'] button")
    assert "12 años" in official.inner_text("main")
    official.click("button:has-text('Firmar')")
    assert official.title().startswith("Error: ") and official.locator("#errores").bounding_box()["y"] < 400, "what is wrong is seen at once"
    official.click("#errores a >> nth=1")
    assert official.locator("textarea[name=motivo]").evaluate("area => area === document.activeElement")
    official.check("input[name=decision][value=refused]")
    official.fill("textarea[name=motivo]", "Faltan ocho años de residencia.")
    official.click("button:has-text('Firmar')")
    page.goto(f"/mi/tramites/{code}")
    said = page.inner_text("main")
    assert "No cumple" in said and "12 años" in said and "Recurso de reposición" in said and "ningún plazo corre aún" in said


@pytest.fixture
def unheard():
    """Registers that tell nothing: people are asked for what they would say."""
    drafts.tell("wrong")
    yield
    drafts.tell("right")


def test_children_are_told_one_by_one_without_script(visit, unheard):
    page = of(signed.citizen("20347878-K").cookies(), visit, "/mi/tramites", java_script_enabled=False)
    begin(page, "subsidio-familiar")

    def add(name, year):
        page.fill("[name=campo-1]", name)
        page.fill("[name=campo-2]", "26000001-2")
        for part, value in (("day", "5"), ("month", "6"), ("year", year)):
            page.fill(f"[name=campo-3-{part}]", value)
        page.check("[name=campo-4][value=no]")
        page.click("main form:has([name=campo-1]) button")

    add("Inés", "1999")
    assert "menores de 18 años" in page.inner_text("main .summary")
    assert page.input_value("[name=campo-3-year]") == "1999", "what was typed is still there"
    add("Inés", "2019")
    assert page.locator("main ol.sheets > li").count() == 1
    page.click("main a:has-text('Cambiar')")
    assert page.input_value("[name=campo-1]") == "Inés"
    page.fill("[name=campo-1]", "Inés Paz")
    page.click("main button:has-text('Guardar el cambio')")
    assert "Inés Paz" in page.inner_text("main") and page.evaluate("document.documentElement.scrollWidth") <= 360
    page.click("main a:has-text('Continuar')")
    assert page.url.endswith("/controles")


def test_the_keyboard_alone_answers_a_question(visit):
    page = of(signed.citizen("20347878-K").cookies(), visit, "/mi/tramites")
    begin(page, "acceso-a-informacion-publica")
    page.locator("main textarea").focus()
    page.keyboard.type("Los gastos en papel de 2025")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/preguntas/formato")
    page.locator("main input[type=radio]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url("**/revisar")
    assert "Los gastos en papel de 2025" in page.inner_text("main") and not page.problems
