"""A day at the desk: a place opened by keyboard, a silent call, an attention handed over, demand led elsewhere, a day planned."""

import datetime

import pytest
import signed

pytestmark = pytest.mark.short


@pytest.fixture
def at(visit):
    """at(account, path, **how): a page as that account sees it."""

    def open_page(account, path, **how):
        page = visit(None, **{"viewport": {"width": 1280, "height": 900}, **how})
        page.context.add_cookies(signed.colleague(account).cookies())
        page.goto(path)
        return page

    return open_page


def opened(page):
    """The place is open, at a window."""
    if page.locator("select[name=lugar]").count():
        page.select_option("select[name=lugar]", index=1)
        page.fill("input[name=modulo]", "4")
        page.check("input[name=canal][value=presencial]")
        page.click("button:has-text('Abrir mi puesto')")
    assert "Su puesto está abierto" in page.content() or "Está en pausa" in page.content()


def test_a_place_is_opened_by_keyboard_alone(at):
    page = at("agente", "/mesa/puesto")
    if page.locator("button:has-text('Cerrar mi puesto')").count():
        page.click("button:has-text('Cerrar mi puesto')")
    page.focus("select[name=lugar]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("7")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Su puesto está abierto")
    assert "módulo 7" in page.content()
    page.click("button:has-text('Cerrar mi puesto')")
    assert page.locator("select[name=lugar]").count() == 1
    assert not page.problems


def test_a_place_needs_what_its_channel_needs(at):
    page = at("agente", "/mesa/puesto", java_script_enabled=False)
    if page.locator("button:has-text('Cerrar mi puesto')").count():
        page.click("button:has-text('Cerrar mi puesto')")
    page.select_option("select[name=lugar]", "lejos")
    page.check("input[name=canal][value=presencial]")
    page.click("button:has-text('Abrir mi puesto')")
    assert "Para atender en persona elija un lugar" in page.content()
    assert page.locator("select[name=lugar]").input_value() == "lejos", "what was chosen is still there"


def test_a_pause_a_call_and_the_board_of_whoever_oversees(at):
    page = at("agente", "/mesa/puesto", java_script_enabled=False)
    opened(page)
    page.check("input[name=motivo][value=relevo]")
    page.click("button:has-text('Empezar la pausa')")
    assert "Relevo tras una atención difícil" in page.content()
    board = at("supervisora", "/mesa/supervision")
    assert "Relevo" in board.inner_text("table >> nth=0") and "módulo" in board.inner_text("table >> nth=0")
    page.click("button:has-text('Volver a atender')")
    before = page.inner_text("main")
    page.click("button:has-text('Pedir ayuda en silencio')")
    after = page.inner_text("main")
    assert "ayuda" not in after.replace(before, "") and after.splitlines()[:3] == before.splitlines()[:3], "nothing tells who stands near"
    board.wait_for_selector("text=pide ayuda en", timeout=15_000)
    board.click("button:has-text('Voy para allá')")
    assert "pide ayuda en" not in board.content()
    assert not board.problems


def test_three_escapes_call_from_any_page_and_nothing_shows(at):
    page = at("agente", "/mesa/puesto")
    opened(page)
    page.goto("/mesa/atenciones")
    before = page.inner_text("main")
    with page.expect_response("**/mesa/puesto/ayuda"):
        for _ in range(3):
            page.keyboard.press("Escape")
    assert page.inner_text("main") == before and page.url.endswith("/mesa/atenciones")
    board = at("supervisora", "/mesa/supervision", java_script_enabled=False)
    assert "pide ayuda en" in board.content()
    board.click("button:has-text('Voy para allá')")
    assert not page.problems


def test_an_attention_goes_on_in_another_tray(at):
    page = at("agente", "/mesa/atenciones", java_script_enabled=False)
    page.click("text=Empezar una atención")
    page.select_option("select[name=ficha]", "102077")
    page.check("input[name=resultado][value=derivada]")
    page.click("button:has-text('Terminar')")
    page.click("button:has-text('Derivar')")
    assert "Elija a quién derivar" in page.content()
    page.select_option("select[name=lugar]", "1")
    page.click("button:has-text('Derivar')")
    assert "La atención quedó derivada" in page.content()
    other = at("supervisora", "/mesa/derivaciones", java_script_enabled=False)
    other.locator("tbody th a").first.click()
    other.click("button:has-text('Tomar y seguir')")
    assert other.url.endswith("/terminar"), "nobody said who it was: it is typed up"
    other.select_option("select[name=ficha]", "102077")
    other.click("button:has-text('Terminar')")
    assert "hecho=terminada" in other.url


def test_demand_is_led_elsewhere_and_the_place_says_so(at, visit):
    board = at("supervisora", "/mesa/rebalse", java_script_enabled=False)
    if not board.locator("button:has-text('Terminar el rebalse')").count():
        board.select_option("select[name=punto]", "1")
        board.check("input[name=vias][value=video]")
        board.click("button:has-text('Empezar y avisar')")
    place = visit("/lugares/puntos/1", viewport={"width": 360, "height": 800})
    assert "Hay mucha espera aquí" in place.content() and "atenderse por video" in place.content()
    page = at("agente", "/mesa/rebalse", java_script_enabled=False)
    page.click("button:has-text('Videoatención')")
    assert "Quedó contada: Videoatención" in page.content()
    board.goto("/mesa/rebalse")
    board.click("button:has-text('Terminar el rebalse')")
    place.reload()
    assert "Hay mucha espera aquí" not in place.content()


def test_a_day_is_planned_and_its_agent_sees_it(at):
    day = (datetime.date.today() + datetime.timedelta(days=3)).isoformat()
    page = at("supervisora", f"/mesa/dotacion?lugar=1&canal=5&dia={day}", java_script_enabled=False)
    page.click("button:has-text('Guardar el turno')")
    assert page.locator(".problem, .error, [aria-invalid=true]").count(), "what is missing is said"
    page.select_option("select[name=persona]", label="Carla Soto Díaz")
    page.select_option("select[name=desde]", "18")
    page.select_option("select[name=hasta]", "34")
    page.click("button:has-text('Guardar el turno')")
    assert "9:00–17:00" in page.inner_text("section[aria-labelledby=equipo]")
    own = at("agente", "/mesa/dotacion/mia", java_script_enabled=False, viewport={"width": 360, "height": 800})
    assert "9:00–17:00" in own.content()


def test_an_attention_is_drawn_looked_at_and_contested(at):
    page = at("agente", "/mesa/puesto", java_script_enabled=False)
    opened(page)
    page.goto("/mesa/atenciones")
    page.click("text=Empezar una atención")
    page.select_option("select[name=ficha]", "102077")
    page.click("button:has-text('Terminar')")
    board = at("supervisora", "/mesa/supervision/calidad", java_script_enabled=False)
    board.click("button:has-text('Sacar una atención al azar')")
    for group in board.locator("main fieldset").all():
        group.locator("input[value=si]").check()
    board.click("button:has-text('Guardar la revisión')")
    page.goto("/mesa/puesto/revisiones")
    page.locator("a:has-text('Objetar')").first.click()
    page.fill("textarea[name=motivo]", "El tiempo no corresponde: esperé a la persona.")
    page.click("button:has-text('Objetar')")
    assert "Objetada: otra persona la mira" in page.content()
    board.goto("/mesa/supervision/calidad")
    assert "que usted pueda responder" in board.content(), "whoever looked does not decide"
