"""Every page that can be reached from home, as a machine reads it: over links, without a browser."""

import os
import re
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import Request, urlopen

BASE = os.environ["BASE_URL"].rstrip("/")
FULL = os.environ.get("TEST_FULL") == "1"
SAMPLE = 2  # pages of one pattern in the short form, in each language


@dataclass
class Answer:
    path: str
    status: int
    headers: object
    body: bytes

    @property
    def text(self):
        return self.body.decode("utf-8")

    @property
    def is_page(self):
        return self.headers.get_content_type() == "text/html"


class Links(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.links, self.ids = [], set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if "id" in values:
            self.ids.add(values["id"])
        if tag == "a" and values.get("href"):
            self.links.append(values["href"])


def get(path, **headers):
    """The answer at a path, refusals included."""
    request = Request(BASE + path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    try:
        with urlopen(request, timeout=30) as response:
            return Answer(path, response.status, response.headers, response.read())
    except HTTPError as refusal:
        with refusal:
            return Answer(path, refusal.code, refusal.headers, refusal.read())


@cache
def everything():
    """{path: answer} of all that home leads to on this server, one answer per path."""
    found, waiting = {}, ["/"]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found[path] = get(path)
        if found[path].is_page:
            waiting += [target for target, _ in inner(path, Links(found[path].text).links)]
    return dict(sorted(found.items()))


BEHIND = re.compile(r"/(mi|mesa|ingresar|salir|simulador)(/|\?|$)")  # what signed.py walks, or nobody: where signing in begins


MONTHS = re.compile(r"/estadisticas/[a-z-]+/\d{4}-\d{2}(/|\?|$)")  # boards of a month, of which there are as many as months


def inner(path, links, behind=False):
    """(path, fragment) of the links that stay on this server; those behind a sign-in only when they are asked for."""
    for link in links:
        address, fragment = urldefrag(urljoin(BASE + path, link))
        parts = urlsplit(address)
        if MONTHS.search(parts.path):
            continue
        if f"{parts.scheme}://{parts.netloc}" == BASE and (behind or not BEHIND.match(in_the_source(parts.path))):
            yield (parts.path or "/") + (f"?{parts.query}" if parts.query else ""), fragment


def pages():
    return [path for path, answer in everything().items() if answer.is_page]


def pattern(path):
    """The route that a path is one of: /fichas/12-x is /fichas/{}."""
    plain, _, query = path.partition("?")
    segments = [segment for segment in plain.split("/") if segment]
    kept = 2 if segments[:1] == ["en"] else 1
    shape = "/".join(segment if at < kept else "{}" for at, segment in enumerate(segments))
    return f"/{shape}" + ("?" if query else "")


def language(path):
    """The language that a path is in."""
    return "en" if re.match(r"/en(/|$|\?)", path) else "es"


def fewer(paths, path=lambda each: each):
    """All of them in Spanish and every third in the other languages; all of them in the full form."""
    return [each for at, each in enumerate(sorted(paths)) if FULL or language(path(each)) == "es" or at % 3 == 0]


def in_the_source(path):
    """The same page in Spanish."""
    return (path[3:] or "/") if language(path) == "en" else path


def sample(limit=SAMPLE):
    """Some pages of each route, evenly spread; all of them in the full form."""
    routes = {}
    for path in pages():
        routes.setdefault(pattern(path), []).append(path)
    if FULL:
        return pages()
    return [paths[at * len(paths) // min(limit, len(paths))] for paths in routes.values() for at in range(min(limit, len(paths)))]


def one_of_each():
    """One page of each route, and what is said where there is no page."""
    return [*dict.fromkeys({pattern(path): path for path in pages()}.values()), MISSING]


MISSING = "/aqui-no-hay-nada"
