"""Every page that can be reached, and the answers for machines."""

import gzip
import re
from pathlib import Path

import pytest
import walk

pytestmark = pytest.mark.short
DOCUMENTED = Path(__file__).parent.parent / "Docs" / "architecture.md"


def test_the_walk_finds_the_catalogue():
    routes = {walk.pattern(path) for path in walk.pages()}
    assert {"/", "/fichas/{}", "/temas/{}", "/lugares/{}", "/lugares/{}/{}", "/ayuda", "/estado", "/en/lugares", "/en/fichas/{}"} <= routes
    assert len(walk.pages()) > 100


def test_every_page_answers(every):
    answer = walk.everything()[every]
    assert answer.status == 200
    assert answer.headers["Content-Type"].lower() == "text/html; charset=utf-8"
    assert re.search(rf'<html[^>]* lang="{walk.language(every)}"', answer.text)
    assert len(re.findall(r"<h1[ >]", answer.text)) == 1
    assert ("demonstration" if walk.language(every) == "en" else "demostraci") in answer.text.lower(), "it does not say that it is the demonstration"


def test_every_link_leads_somewhere():
    broken = []
    for path in walk.pages():
        for target, fragment in walk.inner(path, walk.Links(walk.everything()[path].text).links):
            answer = walk.everything()[target]
            if answer.status != 200 or (fragment and fragment not in walk.Links(answer.text).ids):
                broken.append(f"{path} -> {target}#{fragment}")
    assert not broken


def test_titles_tell_pages_apart():
    titles = {}
    for path in walk.pages():
        title = re.search(r"<title>(.*?)</title>", walk.everything()[path].text, re.DOTALL)
        # An opinion is one page, whichever button led to it.
        plain = path.partition("?")[0] if "/opinion" in path else path
        titles.setdefault((walk.language(path), title and title[1]), set()).add(plain)
    assert not {title: paths for title, paths in titles.items() if len(paths) > 1}


def test_addresses_have_the_owner_that_is_documented():
    prefixes = [prefix for line in DOCUMENTED.read_text().splitlines() if line.startswith("| `/") for prefix in re.findall(r"`(/[^`]*)`", line)]
    outside = [path for path in walk.everything() if (plain := walk.in_the_source(path)) != "/" and not any(plain.startswith(each) for each in prefixes if each != "/")]
    assert not outside


@pytest.mark.parametrize("gone", [walk.MISSING, "/fichas/0-nada", "/fichas/sin-numero", "/temas/no-existe"])
def test_what_is_not_there_is_said_kindly(gone):
    answer = walk.get(gone, Accept="text/html")
    assert answer.status == 404
    assert answer.is_page
    assert walk.Links(answer.text).links, "a way on"


@pytest.mark.parametrize(
    "address, kind",
    [("/health/live", None), ("/health/ready", None), ("/metrics", "text/plain"), ("/robots.txt", "text/plain")],
)
def test_machines_are_answered(address, kind):
    answer = walk.get(address)
    assert answer.status == 200
    assert kind is None or answer.headers.get_content_type() == kind


def test_security_headers(route):
    headers = walk.get(route).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy or "default-src 'self'" in policy
    assert "unsafe" not in policy and "*" not in policy
    assert "frame-ancestors" in policy and "base-uri" in policy and "form-action" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"]


def test_compressed_pages_are_the_same(route):
    plain = walk.get(route, Accept_Encoding="identity")
    small = walk.get(route, Accept_Encoding="gzip")
    assert small.headers["Content-Encoding"] == "gzip"
    assert unnamed(gzip.decompress(small.body)) == unnamed(plain.body)
    assert walk.get(route, Accept_Encoding="br, gzip").headers["Content-Encoding"] == "br"


def unnamed(body):
    """Without what names the single request: the request id on error pages, the token of a form."""
    return re.sub(rb'[0-9a-f-]{16,}|(?<=name="token" value=")[^"]+', b"", body)


def test_a_page_that_did_not_change_is_not_sent_again():
    first = walk.get("/")
    again = walk.get("/", If_None_Match=first.headers["ETag"])
    assert (again.status, again.body) == (304, b"")
