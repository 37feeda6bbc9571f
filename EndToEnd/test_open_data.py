"""The open formats of the whole catalogue, as programs read them that know nothing of us."""

import datetime
import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import extruct
import feedparser
import icalendar
import pyshacl
import pytest
import rdflib
import walk
from rdflib.compare import to_isomorphic
from usp.objects.sitemap import PagesXMLSitemap
from usp.tree import sitemap_from_str

HERE = Path(__file__).parent
CPSV = rdflib.Namespace("http://purl.org/vocab/cpsv#")


def sheets():
    return [path for path in walk.pages() if path.startswith("/fichas/") and path.count("/") == 2]


@pytest.fixture(scope="session")
def graph():
    return rdflib.Graph().parse(data=walk.get("/datos/servicios.ttl").text, format="turtle")


def test_the_graph_has_every_sheet_and_breaks_no_shape(graph):
    assert len(set(graph.subjects(rdflib.RDF.type, CPSV.PublicService))) == len(sheets()) > 100
    shapes = rdflib.Graph().parse(HERE / "specs/cpsv-ap-3.2.0/cpsv-ap-SHACL.ttl", format="turtle")
    holds, _, told = pyshacl.validate(graph, shacl_graph=shapes)
    assert holds, told[:3000]


def test_the_shapes_find_what_is_wrong(graph):
    shapes = rdflib.Graph().parse(HERE / "specs/cpsv-ap-3.2.0/cpsv-ap-SHACL.ttl", format="turtle")
    spoilt = rdflib.Graph().parse(data=walk.get(f"/datos/fichas/{number(sheets()[0])}.ttl").text, format="turtle")
    spoilt.remove((None, rdflib.DCTERMS.title, None))
    assert not pyshacl.validate(spoilt, shacl_graph=shapes)[0]


def test_turtle_and_json_ld_say_the_same(graph):
    linked = rdflib.Graph().parse(data=walk.get("/datos/servicios.jsonld").text, format="json-ld")
    assert to_isomorphic(linked) == to_isomorphic(graph)


def number(path):
    return path.removeprefix("/fichas/").partition("-")[0]


def test_each_sheet_alone_is_a_part_of_the_whole(graph):
    for path in sheets()[:: 1 if walk.FULL else 20]:
        turtle = rdflib.Graph().parse(data=walk.get(f"/datos/fichas/{number(path)}.ttl").text, format="turtle")
        linked = rdflib.Graph().parse(data=walk.get(f"/datos/fichas/{number(path)}.jsonld").text, format="json-ld")
        assert to_isomorphic(turtle) == to_isomorphic(linked)
        assert all(triple in graph for triple in turtle)


def test_the_address_of_a_thing_leads_to_what_is_accepted():
    path = sheets()[0]
    for accepted, kind in [("text/turtle", "text/turtle"), ("application/ld+json", "application/ld+json"), ("text/html", "text/html")]:
        assert walk.get(f"/datos/fichas/{number(path)}", Accept=accepted).headers.get_content_type() == kind


def test_every_sheet_says_itself_to_search_engines():
    for path in sheets():
        text = walk.everything()[path].text
        (page,) = extruct.extract(text, base_url=walk.BASE + path, syntaxes=["json-ld"])["json-ld"]
        service = page["mainEntity"]
        assert (page["@type"], service["@type"]) == ("WebPage", "GovernmentService")
        assert page["url"] == walk.BASE + path and service["identifier"] == number(path)
        assert service["provider"]["name"] and service["audience"]["audienceType"] and page["dateModified"]
        assert service.get("offers", {"priceCurrency": "CLP"})["priceCurrency"] == "CLP"


def test_places_say_the_points_that_somebody_saw():
    offices = []
    for path in walk.pages():
        if path.startswith("/lugares/"):
            offices += extruct.extract(walk.everything()[path].text, base_url=walk.BASE + path, syntaxes=["json-ld"])["json-ld"]
    assert len({office["@id"] for office in offices}) > 20
    assert {office["@type"] for office in offices} == {"GovernmentOffice"}
    assert any(office.get("openingHoursSpecification") for office in offices)


def test_the_sitemap_has_every_page_that_can_be_reached():
    answer = walk.get("/sitemap.xml")
    assert answer.headers.get_content_type() == "application/xml"
    tree = sitemap_from_str(answer.text)
    assert isinstance(tree.sub_sitemaps[0] if tree.sub_sitemaps else tree, PagesXMLSitemap)
    listed = {urlsplit(page.url).path for page in tree.all_pages()}
    assert {urlsplit(page.url).netloc for page in tree.all_pages()} == {urlsplit(walk.BASE).netloc}
    lost = [path for path in listed if path not in walk.everything() and walk.get(path).status != 200]
    assert not lost
    likely = {path for path in walk.pages() if "/lugares/puntos/" in path and "application/ld+json" not in walk.everything()[path].text}
    anywhere = {path for path in likely if re.search(r"/puntos/(22|23)-", path)}  # by video and by telephone: in no place
    assert likely & listed == anywhere, "a point that nobody saw is not for search engines"
    tools = tuple(prefix + path for prefix in ("", "/en") for path in ("/kit", "/buscar", "/estado", "/salida", "/volver"))
    boards = re.compile(r"(/en)?/estadisticas/[a-z-]+/\d")  # there is one for every month and region: their index leads to them
    hidden = [path for path in walk.pages() if not path.startswith(tools) and not boards.match(path) and "?" not in path and not path.endswith(("/imprimir", "/opinion")) and path not in listed]
    assert not set(hidden) - likely
    assert any(page.last_modified for page in tree.all_pages())


def test_robots_are_told_where_the_sitemap_is_and_that_this_is_a_demonstration():
    robots = RobotFileParser(walk.BASE + "/robots.txt")
    robots.read()
    assert robots.site_maps() == [walk.BASE + "/sitemap.xml"]
    assert not robots.can_fetch("anybody", walk.BASE + "/")


def test_the_feed_of_changes():
    feed = feedparser.parse(walk.get("/cambios.xml").body)
    assert not feed.bozo and feed.version == "rss20"
    assert feed.feed.title and feed.feed.link == walk.BASE + "/cambios"
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [walk.BASE + "/cambios.xml"]
    assert len({entry.id for entry in feed.entries}) == len(feed.entries) > 20
    assert all(entry.published_parsed and walk.get(urlsplit(entry.link).path).status == 200 for entry in feed.entries[:: 1 if walk.FULL else 20])
    assert 'rel="alternate" type="application/rss+xml"' in walk.get("/").text


def test_calendars_of_hours():
    branches = walk.get("/api/sucursales?type=json").text
    seen = 0
    for code in json.loads(branches)["sucursales"]["items"]["sucursal"]:
        answer = walk.get(f"/datos/puntos/{code['codigo']}.ics")
        if answer.status == 404:
            continue
        calendar = icalendar.Calendar.from_ical(answer.body)
        assert calendar.walk("VTIMEZONE")[0].to_tz().utcoffset(datetime.datetime(2026, 7, 1)).total_seconds() == -4 * 3600
        events = calendar.walk("VEVENT")
        assert events and all(event["RRULE"] and event.start < event.end for event in events)
        seen += 1
    assert seen > 10


def test_the_program_of_the_documentation_loads_every_sheet():
    script = HERE.parent / "Docs/load-all-sheets.py"
    told = subprocess.run([sys.executable, script, walk.BASE], capture_output=True, text=True, check=True).stdout
    assert told.startswith(f"{len(sheets())} of {len(sheets())} sheets")
    assert "urllib.request" in walk.get("/datos").text and len(script.read_text().splitlines()) <= 11
