"""What people of the demonstration have under way: a draft at each kind of answer, a case in each state, somebody at the desk."""

import re
from functools import cache
from pathlib import Path

import signed
import walk

SERVICES = (Path(__file__).parent.parent / "Services").glob("*.yaml")
KINDS = {name: kind for file in SERVICES for name, kind in re.findall(r"\bid: (\w+),?\s+answer: (\w+)", file.read_text())}

PENSION = {"forma_pago": "presencial", "comuna_pago": "13101", "veraz": "yes"}
UNHEARD = {"declara_ffaa": "no", "declara_anos": "25", "declara_recientes": "5", "declara_pension": "310000", **PENSION}
LACKING = {"declara_ffaa": "no", "declara_anos": "12", "acredita_residencia": "si", "papeles_residencia": "", **PENSION}
CONTACT = {
    "que_cambia": ["telefono", "correo", "direccion", "apoderado"], "telefono": "987654321", "correo": "rosa@ejemplo.cl",
    "direccion": {"respuesta": "Los Aromos 12", "comuna": "13101"},
}  # fmt: skip
LETTER = {"que_pide": "Los gastos en papel de 2025.", "formato": "aqui"}
DAY = {"respuesta-day": "3", "respuesta-month": "11", "respuesta-year": "2026"}
COMPLAINT = {"sobre_que": "otra_institucion", "cual_institucion": "Correos", "cuando": DAY, "que_paso": "Una carta no llegó."}
CHILD = {"campo-1": "Inés", "campo-2": "26000001-2", "campo-3-day": "5", "campo-3-month": "6", "campo-3-year": "2019", "campo-4": "no"}


@cache
def leave():
    """Does all of it once, by the forms of the site, and gives {code: state} of the cases."""
    rosa, him, official = signed.rosa(), signed.maximiliano(), signed.colleague("supervisora")
    granted = code(file(rosa, begin(rosa, "pension-garantizada-universal", PENSION)))
    waits = code(file(rosa, begin(rosa, "reclamo-ciudadano", COMPLAINT)))
    refused = code(file(rosa, begin(rosa, "acceso-a-informacion-publica", LETTER)))
    press(official, take(official, refused), f"/mesa/casos/{refused}", {"decision": "refused", "motivo": "Es de otra institución."})
    take(official, waits)
    begin(rosa, "actualizacion-de-contacto", CONTACT)
    tell("wrong")
    try:
        begin(signed.hermosina(), "pension-garantizada-universal", UNHEARD)
        begin(him, "pension-garantizada-universal", LACKING)
        him.submit(begin(him, "subsidio-familiar", {}), CHILD)
    finally:
        tell("right")
    begin(signed.colleague("agente"), "reclamo-ciudadano", COMPLAINT, receive("5126663-3"))
    return {granted: "granted", waits: "waits", refused: "refused"}


def kind(path):
    """What a page is one of: numbers and codes are left out, a case is told by its state and a question by what answers it."""
    place, _, question = path.partition("?")[0].partition("/preguntas/")
    for code, state in leave().items():
        place = place.replace(code, state)
    return re.sub(r"[A-Z0-9]{6,}|\d{2,}", "{}", place) + (f"/preguntas/{KINDS[question]}" if question else "")


def begin(browser, service, answers, root="/mi/tramites"):
    """The page at which the answers end."""
    page = browser.submit(browser.get(f"{root}/nuevo/{service}"), {})
    while (question := page.path.partition("/preguntas/")[2]) in answers:
        value = answers[question]
        page = browser.submit(page, value if isinstance(value, dict) else {"respuesta": value})
        assert not page.path.partition("?")[0].endswith(f"/{question}"), f"{page.path} takes no {value}"
    return page


def file(browser, page):
    """Files what was read once more."""
    assert page.path.endswith("/revisar"), page.path
    return browser.submit(page, {})


def take(official, code):
    """The page of a case that an official has in hand from now on."""
    return press(official, official.get("/mesa/casos"), f"/mesa/casos/{code}/tomar", {})


def receive(run):
    """Somebody comes to a counter and shows a card: where an agent does services with them."""
    agent = signed.colleague("agente")
    found = agent.submit(agent.get("/mesa/personas"), {"numero": run})
    here = press(agent, found, "/mesa/personas/{}/atender", {})
    shown = press(agent, here, "/mesa/atenciones/{}/documento", {"run": run, "documento": "100200300"})
    return next(link for link in walk.Links(shown.text).links if link.startswith("/mesa/tramites/"))


def tell(how):
    """How some registers answer from now on: while they are wrong, people are asked for what they would say."""
    for register in ("residencia", "pensiones", "familia"):
        stranger = signed.Browser()
        stranger.submit(stranger.get("/simulador/registros"), {"registro": register, "modo": how})


def press(browser, page, action, values):
    """Sends the form of a page that leads there."""
    actions = re.findall(r"<form method=\"post\" action=\"([^\"]*)\"", page.text)
    return browser.submit(page, values, [re.sub(r"\d{2,}", "{}", each) if "{}" in action else each for each in actions].index(action))


def code(page):
    return re.search(r"/tramites/([A-Z0-9]{8})", page.path)[1]
