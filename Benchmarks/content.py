"""The catalogue as documents of passages, the same for every engine; more of it with varied words; and what people look for."""

import csv
import random
import re
from pathlib import Path

HOUSE = Path(__file__).parent.parent
FACTORS = {"current": 1, "being-replaced": 0.95, "closed": 0.9}


def rows(name):
    with open(HOUSE / "Catalogue" / name, encoding="utf8", newline="") as lines:
        return list(csv.DictReader(lines))


def words(name):
    return (HOUSE / "Catalogue/search" / name).read_text("utf8").split()


def documents(load):
    """`load` reads YAML. Sheets, moments of life, comunas and points, keyed as the judgements name them."""
    def yaml(path):
        return load((HOUSE / "Catalogue" / path).read_text("utf8"))

    institutions = {row["key"]: row["name"] for row in rows("institutions.csv")}
    topics = {topic["slug"]: topic["title"] for group in yaml("topics.yaml") for topic in group["topics"]}
    events = {event["slug"]: event["title"] for event in yaml("life-events.yaml")}
    found = [sheet(yaml(path.relative_to(HOUSE / "Catalogue")), institutions, topics, events) for path in sorted((HOUSE / "Catalogue/sheets").glob("*.yaml"))]
    found += [one("momentos/" + slug, 0.9, [("title", title)]) for slug, title in events.items()]
    names = {row["cut"]: row["nombre"] for row in rows("territory/communes.csv")}
    found += [one("lugares/" + cut, 1, [("title", name)]) for cut, name in names.items()]
    for row in rows("points-of-service.csv"):
        passages = [("title", row["name"]), ("address", row["address"]), ("address", names.get(row["cut"], ""))]
        found.append(one("lugares/" + row["cut"], 1 if row["evidence"] == "seen" else 0.8, passages))
    return found


def one(key, factor, passages):
    return {"key": key, "factor": factor, "passages": [list(passage) for passage in passages if passage[1]]}


def sheet(it, institutions, topics, events):
    def plain(text):
        return re.sub(r"\{[^}]*\}", " ", text)

    passages = [("title", it["title"])] + [("otherName", name) for name in it.get("alsoKnownAs") or []]
    passages += [("otherName", str(it["number"]["value"]))]
    passages += [("topic", topics[slug]) for slug in it["topics"]] + [("topic", events[slug]) for slug in it.get("lifeEvents") or []]
    passages += [("institution", institutions.get(it["institution"], "")), ("institution", it["institution"])]
    passages += [("summary", it["summary"]), ("audience", it["audience"])]
    details = (it.get("requirements") or []) + [step for steps in (it.get("steps") or {}).values() for step in steps]
    passages += [("detail", plain(text)) for text in details + ([it["goodToKnow"]] if it.get("goodToKnow") else [])]
    return one(str(it["number"]["value"]), FACTORS.get(it["status"], 0.8), passages)


def multiplied(found, count):
    """As many sheets as asked: copies in which every fourth word is another, always the same ones."""
    chance, syllables = random.Random(1), "ba co di fu ga lo mi ne pu ra so ti va ze que llo".split()
    sheets = [it for it in found if it["key"].isdigit()]
    more = list(found)
    for number in range(count - len(sheets)):
        it = sheets[number % len(sheets)]
        passages = [
            (field, " ".join("".join(chance.choices(syllables, k=3)) if chance.random() < 0.25 else word for word in text.split()))
            for field, text in it["passages"]
        ]
        more.append(one(f"copy-{number}", 1, passages))
    return more


def content(found):
    return {
        "documents": found, "stopWords": words("stopwords.txt"), "familiar": words("familiar.txt"),
        "synonyms": [[row["termino"], row["equivalente"]] for row in rows("search/synonyms.csv")],
    }  # fmt: skip


def judged():
    """(query, grades by key, half) of Tests/SearchQuality."""
    with open(HOUSE / "Tests/SearchQuality/queries.csv", encoding="utf8", newline="") as lines:
        for row in csv.DictReader(lines):
            grades = dict(pair.rsplit(":", 1) for pair in row["relevant"].split())
            yield row["query"], {key: int(grade) for key, grade in grades.items()}, row["half"]


def spoilt(text, chance):
    """The text with one typing mistake in a word of four letters or more."""
    parts = text.split()
    long = [at for at, word in enumerate(parts) if len(word) >= 4 and word.isalpha()]
    if not long:
        return text
    at = chance.choice(long)
    word, place, letter = parts[at], chance.randrange(len(parts[at])), chance.choice("abcdefghijklmnopqrstuvwxyz")
    swap = min(place, len(word) - 2)
    parts[at] = chance.choice([
        word[:place] + word[place + 1 :], word[:place] + letter + word[place:], word[:place] + letter + word[place + 1 :],
        word[:swap] + word[swap + 1] + word[swap] + word[swap + 2 :],
    ])  # fmt: skip
    return " ".join(parts)
