"""Somebody who is signed in: a citizen through the double of the identity provider, one of the demonstration's staff through the desk."""

import re
import time
from functools import cache, partial
from html import unescape
from http.client import HTTPConnection
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, HTTPHandler, Request, build_opener

import walk

ROSA = "12345678-5"


class Neighbour(HTTPHandler):
    """Another machine than that of the browsers with a screen: how many forms these may send a minute is left to them."""

    def http_open(self, request):
        return self.do_open(partial(HTTPConnection, source_address=("127.0.0.2", 0)), request)


class Browser:
    """Links, forms and cookies, without a screen."""

    def __init__(self):
        self.jar = CookieJar()
        self.opener = build_opener(HTTPCookieProcessor(self.jar), Neighbour)
        self.place = "/"

    def get(self, path, **headers):
        return self._ask(Request(urljoin(walk.BASE, path), headers={name.replace("_", "-"): value for name, value in headers.items()}))

    def submit(self, page, values, at=0):
        """Sends a form of a page, its hidden fields included. `values` may hold lists."""
        form = re.findall(r"<form method=\"post\" action=\"([^\"]*)\".*?</form>", page.text, re.DOTALL)
        body = re.findall(r"<form method=\"post\".*?</form>", page.text, re.DOTALL)
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', body[at]))
        data = urlencode({**{name: unescape(value) for name, value in hidden.items()}, **values}, doseq=True).encode()
        sent = Request(urljoin(walk.BASE + page.path, unescape(form[at])), data=data)
        while (answer := self._ask(sent)).status == 429:  # nobody may send so many a minute
            time.sleep(int(answer.headers["Retry-After"]))
        return answer

    def cookies(self):
        """As playwright takes them."""
        return [{"name": each.name, "value": each.value, "url": walk.BASE} for each in self.jar]

    def _ask(self, request):
        try:
            with self.opener.open(request, timeout=30) as response:
                found = walk.Answer(response.url[len(walk.BASE) :], response.status, response.headers, response.read())
        except HTTPError as refusal:
            with refusal:
                found = walk.Answer(refusal.url[len(walk.BASE) :], refusal.code, refusal.headers, refusal.read())
        self.place = found.path
        return found


def citizen(run=ROSA):
    """A browser in which this demonstration person is signed in."""
    browser = Browser()
    page = browser.get("/mi")
    start = next(link for link in walk.Links(page.text).links if link.startswith("/ingresar/clave"))
    chosen = browser.submit(browser.get(start), {"persona": run})
    assert chosen.path == "/mi", f"the sign-in ended at {chosen.path}"
    return browser


def staff(account):
    """A browser in which this account of the demonstration's staff is signed in; its password stands on the page of the demonstration."""
    browser = Browser()
    door = browser.get("/mesa/ingresar")
    word = re.search(rf"<th scope=\"row\">{account}</th><td><code>([^<]+)</code>", door.text)[1]
    second = browser.submit(door, {"cuenta": account, "clave": word})
    inside = browser.submit(second, {"codigo": re.search(r"\b(\d{6})\b", re.sub(r"<[^>]+>", " ", second.text.partition("<main")[2]))[1]})
    assert inside.path == "/mesa", f"the sign-in of {account} ended at {inside.path}"
    return browser


STAFF = ["agente", "supervisora", "publicadora", "analista", "delegada", "auditor", "administradora"]


_kept = {}


def kept(name, home, sign_in):
    """The browser of somebody who stays signed in: a session that rested for too long while others were judged is begun again."""
    browser, seen = _kept.get(name, (None, 0))
    if browser is None or (time.monotonic() - seen > 600 and browser.get(home).path != home):
        browser = sign_in()
    _kept[name] = browser, time.monotonic()
    return browser


def colleague(account):
    return kept(account, "/mesa", lambda: staff(account))


@cache
def desk():
    """{(account, path): answer} of what the desk leads each of the staff to; of pages that only differ in a number or a service, one."""
    found = {}
    for account in STAFF:
        seen, waiting = set(), ["/mesa", "/en/mesa"]
        while waiting:
            path = waiting.pop()
            kind = re.sub(r"\d{2,}|(?<=/nuevo/)[a-z-]+", "{}", path.partition("?")[0])
            if kind in seen or "salir" in path:
                continue
            seen.add(kind)
            answer = colleague(account).get(path)
            if not any(other == kind for _, other in found):
                found[account, kind if "{}" not in kind else path] = answer
            if answer.is_page:
                own = [target for target, _ in walk.inner(path, walk.Links(answer.text).links, behind=True)]
                waiting += [target for target in own if walk.in_the_source(target).startswith("/mesa")]
    return found


def rosa():
    return kept("rosa", "/mi", citizen)


def camila():
    """She has two children in the demonstration, for whom she acts."""
    return kept("camila", "/mi", lambda: citizen("20347878-K"))


def maximiliano():
    """He has a name of two hundred letters, and two children in his care."""
    return kept("maximiliano", "/mi", lambda: citizen("5126663-3"))


def hermosina():
    """She has nothing yet, and is old enough to ask for it."""
    return kept("hermosina", "/mi", lambda: citizen("1000005-K"))


def acts(path):
    """Whether a page is one on which somebody acts for another, or leads there."""
    return re.search(r"^/mi/(por/|representacion/\d)", walk.in_the_source(path)) is not None


def lead(browser, beginnings, belongs):
    """{path: answer} of all that these pages lead to and that belongs. Ways that end the session are left out."""
    found, waiting = {}, list(beginnings)
    while waiting:
        path = waiting.pop()
        if path in found or "salir" in path or "simulador" in path:
            continue
        found[path] = browser.get(path)
        if found[path].is_page:
            own = [target for target, _ in walk.inner(path, walk.Links(found[path].text).links, behind=True)]
            waiting += [target for target in own if belongs(target)]
    return found


@cache
def owned():
    """{path: (whose, answer)} of all that Mi Ventanilla leads to in both languages: as Rosa sees it, as Camila who acts for others, and the
    services that Maximiliano and Hermosina have under way."""
    own = lead(rosa(), ["/mi", "/en/mi"], lambda path: walk.in_the_source(path).startswith("/mi") and not acts(path))
    acting = lead(camila(), ["/mi/representacion", "/en/mi/representacion"], acts)
    found = {path: (camila, answer) for path, answer in acting.items() if acts(path)}
    for whose in (maximiliano, hermosina):
        running = lead(whose(), ["/mi/tramites", "/en/mi/tramites"], runs)
        found |= {path: (whose, answer) for path, answer in running.items() if runs(path)}
    return dict(sorted({**found, **{path: (rosa, answer) for path, answer in own.items()}}.items()))


def runs(path):
    """Whether a page is one of a service that somebody does."""
    return re.search(r"^/mi/tramites/[A-Z0-9]{8}", walk.in_the_source(path)) is not None


def rooms():
    """{path: answer} of them."""
    return {path: answer for path, (_, answer) in owned().items()}


def who(path):
    """The browser of whoever sees a page."""
    return owned()[path][0]()
