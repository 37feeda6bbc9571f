"""A form is filled, mended and sent, with and without JavaScript; the state of the house is told as it changes."""

from urllib.request import Request, urlopen

import pytest
import walk
from axe import violations

pytestmark = pytest.mark.short
FORM = "/kit/formularios/prueba"


def fill(page, run):
    page.get_by_label("Nombre completo").fill("Rosa Muñoz")
    page.locator("#run").fill(run)
    for part, value in (("day", "28"), ("month", "2"), ("year", "1951")):
        page.locator(f"#nacimiento-{part}").fill(value)
    page.get_by_label("Por carta certificada").check()
    page.get_by_label("Declaro que estos datos son los míos.").check()


@pytest.mark.parametrize("script", [True, False])
def test_what_was_typed_comes_back_until_it_is_right(visit, script):
    page = visit(FORM, viewport={"width": 360, "height": 780}, java_script_enabled=script)
    fill(page, "12.345.678-4")
    page.locator("main button[type=submit]").click()
    assert page.locator("#errores a").count() == 1
    assert page.locator("#run").input_value() == "12.345.678-4"
    assert page.locator("#nacimiento-year").input_value() == "1951"
    assert page.get_by_label("Por carta certificada").is_checked()
    page.locator("#run").fill("12.345.678-5")
    page.locator("main button[type=submit]").click()
    page.wait_for_url(f"**{FORM}/*")
    assert page.locator(".folio").inner_text().isdigit()


@pytest.mark.parametrize("name, content, told", [("carnet.pdf", b"MZ a program", "no es de un tipo"), ("carnet.pdf", b"", "vacío")])
def test_a_file_that_lies_is_told(visit, tmp_path, name, content, told):
    page = visit(FORM)
    fill(page, "12.345.678-5")
    (tmp_path / name).write_bytes(content)
    page.locator("#contrato").set_input_files(tmp_path / name)
    page.locator("main button[type=submit]").click()
    assert told in page.locator("#contrato-error").inner_text()
    assert violations(page) == []


def test_a_photograph_is_taken(visit, tmp_path):
    page = visit(FORM)
    fill(page, "12.345.678-5")
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(400_000))
    page.locator("#contrato").set_input_files(tmp_path / "foto.jpg")
    page.locator("main button[type=submit]").click()
    page.wait_for_url(f"**{FORM}/*")


def test_by_keyboard_alone(visit):
    page = visit(FORM, viewport={"width": 1280, "height": 800})
    page.locator("#nombre").focus()
    for text in ("Rosa", "12345678-5", "28", "2", "1951"):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.locator("#declaro").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{FORM}/*")
    assert "La prueba llegó bien" in page.locator("h1").inner_text()


def test_the_state_of_the_house_is_told_as_it_changes():
    stream = urlopen(Request(walk.BASE + "/estado/vivo", headers={"Accept": "text/event-stream"}), timeout=30)
    with stream:
        assert stream.headers.get_content_type() == "text/event-stream"
        lines = [stream.readline().decode().strip() for _ in range(4)]
    assert lines[0] == "retry: 3000"
    event = dict(line.split(": ", 1) for line in lines if ": " in line)
    assert event["data"] in ('{"well":true}', '{"well":false}') and event["id"].isdigit()
    again = urlopen(Request(walk.BASE + "/estado/vivo", headers={"Last-Event-ID": event["id"]}), timeout=30)
    with again:
        assert [again.readline().decode().strip() for _ in range(3)] == ["retry: 3000", "", ":"]
