"""The programming interfaces: against their published schemas, and against our own description, with input that nobody expects."""

import gzip
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import jsonschema
import pytest
import walk

SPECS = Path(__file__).parent / "specs" / "hsds-3"


def closed(schema):
    """The same schema, which also refuses what it does not name: HSDS itself lets misspelt fields pass."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    shut = {name: closed(value) for name, value in schema.items()}
    if schema.get("type") == "object" and isinstance(schema.get("properties"), dict):
        shut["additionalProperties"] = False
    return shut


def validator(name):
    path = SPECS / f"{name}.json"
    text = path.read_text() if path.exists() else gzip.decompress((SPECS / f"{name}.json.gz").read_bytes())
    return jsonschema.Draft202012Validator(closed(json.loads(text)), format_checker=jsonschema.FormatChecker())


def pages(path):
    """Every item of a list, over all its pages."""
    number, items = 1, []
    while True:
        page = json.loads(walk.get(f"{path}{'&' if '?' in path else '?'}page={number}&per_page=500").text)
        items += page["contents"]
        if page["last_page"]:
            assert len(items) == page["total_items"]
            return items
        number += 1


def faults(name, items):
    schema = validator(name)
    return [f"{item.get('id')}: {error.message[:200]} at {error.json_path}" for item in items for error in schema.iter_errors(item)]


@pytest.mark.parametrize("name", ["service", "organization", "service_at_location"])
def test_the_whole_catalogue_as_hsds_asks_for_it(name):
    items = pages(f"/api/hsds/{name}s")
    assert len(items) > 10 and len({item["id"] for item in items}) == len(items)
    assert not faults(f"{name}_list", items)
    assert not faults(name, pages(f"/api/hsds/{name}s?full=true"))
    alone = [json.loads(walk.get(f"/api/hsds/{name}s/{item['id']}").text) for item in items[:: max(1, len(items) // 20)]]
    assert not faults(name, alone)


def test_hsds_refuses_what_is_wrong():
    service = json.loads(walk.get("/api/hsds/services?per_page=1").text)["contents"][0]
    assert faults("service", [{**service, "status": "sleeping"}]) and faults("service", [{**service, "colour": "blue"}])
    for path in ["services?page=0", "services?per_page=501", "services?full=perhaps", "services?modified_after=soon"]:
        assert walk.get(f"/api/hsds/{path}").status == 400


def test_the_read_api_in_each_of_its_forms():
    answer = walk.get("/api/fichas?query=pension&maxResults=2&access_token=anything")
    feed = json.loads(answer.text)["fichas"]
    assert (feed["tipo"], feed["nextPageToken"], len(feed["items"]["ficha"])) == ("chileatiende#fichasFeed", "2", 2)
    assert answer.headers["Access-Control-Allow-Origin"] == "*" and answer.headers["X-Content-Type-Options"] == "nosniff"
    tree = ElementTree.fromstring(walk.get("/api/fichas?type=xml&maxResults=100").body)
    assert tree.tag == "fichas" and len(tree.findall("items/ficha")) == 100
    padded = walk.get("/api/fichas/102077?callback=window.show")
    assert padded.headers.get_content_type() == "text/javascript" and padded.text.startswith("/**/window.show({") and "<" not in padded.text
    assert walk.get("/api/fichas/102077?callback=alert(1)//").status == 400
    assert walk.get("/api/fichas", If_None_Match=walk.get("/api/fichas").headers["ETag"]).status == 304


def test_our_description_is_what_the_server_does(tmp_path):
    """No fault of ours and no answer outside of its schema, whatever is asked."""
    checks = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
    told = subprocess.run(
        [
            sys.executable, "-c", "from schemathesis.cli import schemathesis; schemathesis()", "run", walk.BASE + "/api/openapi.json",
            "--checks", checks, "--max-examples", "200" if walk.FULL else "15", "--seed", "20261124", "--phases", "examples,coverage,fuzzing",
            "--request-timeout", "20", "--no-color",
        ],
        capture_output=True, text=True, cwd=tmp_path, env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert told.returncode == 0, told.stdout[-6000:] + told.stderr[-2000:]
