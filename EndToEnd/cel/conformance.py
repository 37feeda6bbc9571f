"""The published conformance cases of the Common Expression Language, held against `ventanilla expression eval`.

    conformance.py VENTANILLA [FOLDER]

The cases are those of cel-spec that the source of cel-python carries; without a FOLDER that holds them they are fetched. What is out of
scope by Docs/expressions.md (protocol buffer messages, extension libraries) is set aside by what a case says, never by its name.
"""

import json
import subprocess
import sys
import tarfile
import tempfile
import venv
from collections import Counter
from pathlib import Path

import textproto
import values

SOURCE = "cel-python==0.5.0"
EXTENSIONS = {"optionals", "macros2", "proto2", "proto3", "enums"}  # with every file whose name ends in _ext


def fetched(folder):
    venv.create(f"{folder}/python", with_pip=True)
    pip = [f"{folder}/python/bin/pip", "download", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--no-deps", "--no-binary", ":all:", "--dest", folder, SOURCE], check=True)
    archive = next(Path(folder).glob("*.tar.gz"))
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return next(Path(folder).glob("*/features"))


def cases(folder):
    """(where, case) of every file in scope."""
    for path in sorted(Path(folder).glob("*.textproto")):
        if path.stem in EXTENSIONS or path.stem.endswith("_ext"):
            continue
        for section in textproto.read(path.read_text(encoding="utf-8")).get("section", []):
            for case in section.get("test", []):
                where = "/".join([path.stem] + [values.text(part["name"][0]) for part in (section, case)])
                yield where, case


def held(folder, ventanilla):
    asked, aside = [], Counter()
    for where, case in cases(folder):
        try:
            asked.append((where, case, json.dumps(values.question(case))))
        except values.OutOfScope as reason:
            aside[str(reason)] += 1
    lines = "".join(line + "\n" for _, _, line in asked)
    answered = subprocess.run([ventanilla, "expression", "eval"], input=lines, capture_output=True, text=True, check=True)
    answers = [values.answer(line) for line in answered.stdout.splitlines()]
    if len(answers) != len(asked):
        sys.exit(f"{len(asked)} lines asked, {len(answers)} answered")
    wrong = []
    for (where, case, line), answer in zip(asked, answers):
        complaint = values.complaint(case, answer)
        if complaint:
            wrong.append(f"✘ {where}: {line}\n    {complaint}; answered {json.dumps(answer, ensure_ascii=False)}")
    return len(asked) - len(wrong), wrong, aside


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        passed, wrong, aside = held(sys.argv[2] if len(sys.argv) > 2 else fetched(place), sys.argv[1])
    print("\n".join(wrong))
    print("out of scope: " + ", ".join(f"{count} {reason}" for reason, count in aside.most_common()))
    print(f"{passed} passed, {len(wrong)} failed")
    sys.exit(bool(wrong))
