"""`ventanilla site check` against pages made for it: each fault is found on its own page, and none on our home."""

import http.server
import json
import os
import shutil
import subprocess
import threading
from pathlib import Path

import pytest
import walk

ROOT = Path(__file__).parent.parent
COMMAND = os.environ.get("VENTANILLA", str(ROOT / ".build/debug/ventanilla"))
WORDS = "<p>" + "palabras que se leen bien " * 20 + "</p>"


def page(body, head="<title>Prueba</title>", html='<html lang="es">'):
    return f'<!doctype html>{html}<head><meta charset="utf-8">{head}</head><body><h1>Prueba</h1>{body}</body></html>'


PAGES = {
    "/good": (page(WORDS + '<label for="a">Nombre</label><input id="a"><img src="data:," alt="">'), set()),
    "/faint": (page(WORDS + '<p style="color:#999;background:#fff">apenas se ve</p>'), {"contrast"}),
    "/faint-by-opacity": (page(WORDS + '<div style="opacity:.4"><p>apenas se ve</p></div>'), {"contrast"}),
    "/hidden": (page(WORDS + '<p style="color:#fff;display:none">no se ve</p>'), set()),
    "/large": (page(WORDS + '<p style="color:#888;font-size:28px">grande</p>'), set()),
    "/script": (page(f"<div id=a></div><script>document.getElementById('a').innerHTML = {WORDS!r}</script>"), {"empty"}),
    "/form": (
        page(WORDS + "<form id=f></form><script>document.getElementById('f').innerHTML = '<label>RUN <input></label>'</script>"),
        {"formNeedsScript"},
    ),
    "/heavy": (page(WORDS, head="<title>x</title><link rel=stylesheet href=/three-megabytes.css>"), {"firstView", "total"}),
    "/many": (page(WORDS + "".join(f'<img alt="" src="/picture/{n}.png">' for n in range(30))), {"requests"}),
    "/others": (page(WORDS + '<img alt="" src="http://localhost:{port}/picture/1.png">'), {"thirdParties"}),
    "/unlabelled": (page(WORDS + '<form><input name="rut"><input type="submit"></form>'), {"labels"}),
    "/silent": (page(WORDS + '<img src="/picture/1.png">'), {"pictures"}),
    "/mute": (page(WORDS, html="<html>"), {"language"}),
    "/nameless": (page(WORDS, head=""), {"title"}),
    "/disordered": (page("<h3>Tres</h3>" + WORDS), {"headings"}),
    "/gone": (None, {"unavailable"}),
}


class Site(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        document = PAGES.get(self.path, (None,))[0]
        kind, body = "text/html; charset=utf-8", (document or "").replace("{port}", str(self.server.server_port)).encode()
        if self.path.endswith(".css"):
            kind, body = "text/css", b"/*" + b"x" * 3_000_000 + b"*/"
        elif self.path.startswith("/picture/"):
            kind, body = "image/svg+xml", b'<svg xmlns="http://www.w3.org/2000/svg"/>'
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def site():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def check(address, *arguments, **environment):
    return subprocess.run(
        [COMMAND, "site", "check", address, *arguments], cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, timeout=120
    )


@pytest.mark.parametrize("planted", PAGES)
def test_each_fault_is_found_where_it_was_planted(site, planted):
    answer = check(site + planted, "--json")
    report = json.loads(answer.stdout)
    expected = PAGES[planted][1]
    assert {finding["kind"] for finding in report["findings"]} == expected
    assert report["passes"] == (not expected)
    assert answer.returncode == (2 if "unavailable" in expected else 1 if expected else 0)


def test_our_home_and_a_sheet_pass():
    for path in ["/", next(path for path in walk.pages() if path.startswith("/fichas/") and path.count("/") == 2)]:
        answer = check(walk.BASE + path)
        assert answer.returncode == 0, answer.stdout
        assert "La página pasa" in answer.stdout


def test_it_speaks_both_languages(site):
    assert "cuesta leer" in check(site + "/faint").stdout
    assert "hard to read" in check(site + "/faint", "--language", "en").stdout


def test_what_can_not_be_tested_says_why(site):
    for address, environment, reason in [
        ("http://127.0.0.1:1/", {}, "no abrió"),
        ("ftp://a.cl/", {}, "begins with"),
        (site + "/good", {"CHROMIUM": "/bin/false"}, "can start here"),
        (site + "/good", {"CHROMIUM": "", "PATH": "/nowhere"}, "apt install chromium"),
    ]:
        answer = check(address, **environment)
        assert answer.returncode == 2 and reason in answer.stdout + answer.stderr, answer


def test_nothing_of_the_browser_stays(site):
    before = set(Path("/tmp").glob("ventanilla-*"))
    check(site + "/good")
    assert set(Path("/tmp").glob("ventanilla-*")) <= before
    if shutil.which("pgrep"):
        assert not subprocess.run(["pgrep", "-f", "ventanilla-.*/profile"], capture_output=True, text=True).stdout
