"""The search: in process, through HTTP, and how good it is beside two other engines on the same documents in the same run."""

import json
import random
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote_plus

import content
import engines
import quality
import yaml


def seek(seeker, work, documents, queries, times):
    (work / "content.json").write_text(json.dumps(content.content(documents)))
    (work / "queries.json").write_text(json.dumps(queries))
    said = subprocess.run([seeker, work / "content.json", work / "queries.json", str(times)], check=True, capture_output=True, text=True)
    return json.loads(said.stdout)


def in_process(seeker, work, sheets, times, tell):
    """Half of the queries have a mistake: they cost the most."""
    chance, judged = random.Random(7), list(content.judged())
    queries = [text for text, _, _ in judged] + [content.spoilt(text, chance) for text, _, _ in judged]
    said = seek(seeker, work, content.multiplied(content.documents(yaml.safe_load), sheets), queries, times)
    tell(f"search in process, {said['documents']} documents, half and 99 of 100", f"{said['median']:.2f} and {said['p99']:.2f} ms", aim="p99 under 1 ms")
    tell("index, made and made again beside the old", f"{said['build']:.0f} and {said['swap']:.0f} ms", aim="under 1000 ms")
    tell("index, memory", f"{said['memory']:.0f} MB")


def how_good(seeker, work, tell):
    """Both halves as they were typed, and each query again with one mistake."""
    stop = content.words("stopwords.txt")
    documents, judged, chance = content.documents(yaml.safe_load), list(content.judged()), random.Random(7)
    for name, change in (("as typed", lambda text: text), ("one mistake", lambda text: content.spoilt(text, chance))):
        queries = [change(text) for text, _, _ in judged]
        lists = {
            "ours": seek(seeker, work, documents, queries, 0)["found"],
            "SQLite FTS5": list(engines.fts5(documents, queries)),
            "Xapian, Spanish": list(engines.xapian(documents, queries, stop, corrects=False)),
            "Xapian, Spanish, corrected": list(engines.xapian(documents, queries, stop, corrects=True)),
        }
        for half in ("tune", "held"):
            chosen = [at for at, (_, _, of) in enumerate(judged) if of == half]
            for engine, found in lists.items():
                words = quality.told([found[at] for at in chosen], [judged[at][1] for at in chosen])
                tell(f"search quality, {half} half, {name}: {engine}", words, aim="success@3 0.90" if engine == "ours" and half == "held" else "")


def list_for_wrk(work):
    """A script that asks for one query after the other."""
    paths = ", ".join(f'"/buscar?q={quote_plus(text)}"' for text, _, _ in content.judged())
    script = Path(work) / "search.lua"
    script.write_text(f"local paths, at = {{ {paths} }}, 0\nrequest = function()\n  at = at % #paths + 1\n  return wrk.format(nil, paths[at])\nend\n")
    return script


if __name__ == "__main__":
    # Alone: searching.py SEEKER WORK [SHEETS] [TIMES]
    def say(measure, ours, aim=""):
        print(f"  {measure}: {ours} {aim}", flush=True)

    seeker, work = sys.argv[1], Path(sys.argv[2])
    in_process(seeker, work, int(sys.argv[3]) if len(sys.argv) > 3 else 3000, int(sys.argv[4]) if len(sys.argv) > 4 else 10, say)
    how_good(seeker, work, say)
