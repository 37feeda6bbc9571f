"""The record: loading it in bulk, looking at its boards while contacts keep coming, and recording what other systems report."""

import csv
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.request
from datetime import datetime, timedelta, timezone
from pathlib import Path

from loads import pgbench
from servers import ventanilla

HOUSE = Path(__file__).parent.parent
BINARY = str(HOUSE / ".build/release/ventanilla")
PRODUCT = [BINARY, "serve", "--demo"]
NATION = 290_000_000
ROW = 110  # bytes of a contact on the disk, with its indexes and the journal
BOARDS = [
    "canales", "comparacion", "productos", "tiempos", "resultados", "horas", "territorio", "cobertura", "satisfaccion", "resolucion", "sin-ir", "busquedas",
]


def command(database, *words):
    done = subprocess.run([BINARY, *words], check=True, capture_output=True, text=True, env={**os.environ, "DATABASE_URL": database})
    return done.stdout


def prepared(database):
    command(database, "migrate")
    command(database, "catalogue", "load", str(HOUSE / "Catalogue"))


def size(work, wanted):
    """As many contacts as are wanted, or as the disk has room for."""
    room = int(shutil.disk_usage(work).free * 0.8) // ROW
    return min(wanted, room), wanted > room


def bulk(work, wanted, tell):
    """The embedded engine loads a synthetic year; PostgreSQL copies a part of the same rows."""
    rows, is_disk = size(work, wanted)
    database = f"sqlite:{work}/record.db"
    prepared(database)
    began = time.monotonic()
    command(database, "demo", "interactions", "--year", "2022", "--rows", str(rows), "--bulk")
    took = time.monotonic() - began
    with sqlite3.connect(f"{work}/record.db") as file:
        part = dict(file.execute("SELECT name, SUM(pgsize) FROM dbstat WHERE name LIKE 'interaction%' GROUP BY name")) if rows <= 20_000_000 else {}
    whole = os.path.getsize(f"{work}/record.db")
    limit = "; the disk was the limit" if is_disk else ""
    tell("bulk load, embedded", f"{rows / took:.0f} rows a second", f"{rows} rows", f"290 million in {NATION / rows * took / 60:.0f} min{limit}", "30 min")
    if part:
        table, indexes = part.pop("interaction"), sum(part.values())
        tell("bytes a row, embedded", f"{table / rows:.1f}", f"and {indexes / rows:.1f} of indexes", "", "60 and indexes")
    else:
        tell("bytes a row with indexes, embedded", f"{whole / rows:.1f}", aim="60 and indexes")
    copied(work, min(rows, 1_000_000), rows / took, tell)
    return database


def copied(work, rows, ours, tell):
    url = os.environ["POSTGRES_URL"]
    subprocess.run(["psql", "-q", url, "-c", "CREATE DATABASE copied"], check=True)
    other = re.sub(r"/[^/]*$", "/copied", url)
    prepared(other)
    columns = "id, act, at, day, medium, channel, modality, deed, outcome, origin, point, product, wait, duration"
    with sqlite3.connect(f"{work}/record.db") as file, open(work / "rows.csv", "w", newline="") as target:
        csv.writer(target).writerows(file.execute(f"SELECT {columns} FROM interaction LIMIT {rows}"))
        acts = {act for (act,) in file.execute(f"SELECT DISTINCT act FROM (SELECT act FROM interaction LIMIT {rows})")}
    values = ", ".join(f"({act}, 0)" for act in acts)
    subprocess.run(["psql", "-q", other, "-c", f"INSERT INTO act (id, at) VALUES {values}"], check=True)
    began = time.monotonic()
    subprocess.run(["psql", "-q", other, "-c", f"\\copy interaction ({columns}) FROM '{work}/rows.csv' CSV"], check=True)
    theirs = rows / (time.monotonic() - began)
    tell("the same rows by COPY, PostgreSQL, same constraints", f"{theirs:.0f} rows a second", "", f"ours {ours / theirs:.2f} times it")


def working_hour():
    """Near noon of the last Wednesday: points of service attend then, whenever this runs."""
    now = datetime.now(timezone.utc)
    day = now - timedelta(days=(now.weekday() - 2) % 7 or 7)
    return day.strftime("%Y-%m-%dT15:30:00Z")


def contact(name):
    return {"id": name, "at": working_hour(), "medium": "desk", "channel": "branch", "point": 1, "product": 102077, "act": "information", "outcome": "resolved", "wait": 60, "duration": 300}


def post(base, token, body):
    asked = urllib.request.Request(
        base + "/api/interactions", data=json.dumps(body).encode(), headers={"Authorization": "Bearer " + token, "Content-Type": "application/json"})
    with urllib.request.urlopen(asked, timeout=30) as answer:
        said = json.load(answer)
    assert said.get("refused", 0) == 0, said
    return said


def token(database):
    return re.search(r"vt_\S+", command(database, "programs", "add", "IPS", "bench")).group()


def quantile(times, share):
    return sorted(times)[min(len(times) - 1, int(share * len(times)))] * 1000


def boards(database, work, seconds, tell):
    """Every live board, which nothing is kept of, while another system reports contacts."""
    key = token(database)
    with ventanilla(PRODUCT, database, work) as (base, _, _):
        signed = signing(base)
        cookie = "; ".join(f"{each['name']}={each['value']}" for each in signed.staff("analista").cookies())
        ends, sent = threading.Event(), [0]

        def report():
            while not ends.is_set():
                post(base, key, {"interactions": [contact(f"board-{sent[0]}-{n}") for n in range(20)]})
                sent[0] += 20
                time.sleep(0.05)

        reporter = threading.Thread(target=report)
        reporter.start()
        times = {board: [] for board in BOARDS}
        until = time.monotonic() + seconds * len(BOARDS)
        while time.monotonic() < until:
            for board in BOARDS:
                began = time.monotonic()
                asked = urllib.request.Request(f"{base}/mesa/estadisticas/{board}/2022", headers={"Cookie": cookie})
                urllib.request.urlopen(asked, timeout=60).read()
                times[board].append(time.monotonic() - began)
        ends.set()
        reporter.join()
        for board, taken in times.items():
            tell(f"board {board}", f"{quantile(taken, 0.5):.0f} ms, {quantile(taken, 0.95):.0f} at p95", f"{len(taken)} times", "", "100 ms at p95")
        tell("contacts that came meanwhile", f"{sent[0]}")
        del os.environ["BASE_URL"]


def story(database, work, looks, tell):
    """The whole story of a person with five hundred contacts, opened again and again by the agent who attends them."""
    key = token(database)
    with ventanilla(PRODUCT, database, work) as (base, _, _):
        signed = signing(base)
        rows = [{**contact(f"story-{n}"), "person": {"run": signed.ROSA, "assurance": "declared"}} for n in range(500)]
        answer = post(base, key, {"interactions": rows})
        browser = signed.staff("agente")
        found = browser.submit(browser.get("/mesa/personas"), {"numero": signed.ROSA, "clase": "run"})
        attention = browser.submit(found, {})
        record = browser.submit(attention, {"run": signed.ROSA, "documento": "100200300"})
        assert record.path.endswith("/persona"), (record.path, answer)
        times = []
        for _ in range(looks):
            began = time.monotonic()
            page = browser.get(record.path)
            times.append(time.monotonic() - began)
        assert "(50" in page.text, "five hundred contacts and those of the attention"
        tell("story of a person with 500 contacts", f"{quantile(times, 0.5):.1f} ms, {quantile(times, 0.99):.1f} at p99", f"{looks} times", "", "30 ms at p99")
        del os.environ["BASE_URL"]


def signing(base):
    """The browser tests' own way of signing in, at this server."""
    os.environ["BASE_URL"] = base
    sys.path.insert(0, str(HOUSE / "EndToEnd"))
    for module in ("walk", "signed"):
        sys.modules.pop(module, None)
    import signed

    return signed


def reports(work, seconds, tell):
    """Durable recording through HTTP, one by one and a hundred at once, by sixteen systems; pgbench writes the same rows."""
    for name, database in (("embedded", f"sqlite:{work}/reports.db"), ("PostgreSQL", os.environ["POSTGRES_URL"])):
        prepared(database)
        key = token(database)
        with ventanilla(PRODUCT, database, work) as (base, _, _):
            for batch in (1, 100):
                times, until = [], time.monotonic() + seconds

                def work_on(number):
                    count = 0
                    while time.monotonic() < until:
                        rows = [contact(f"report-{batch}-{number}-{count}-{n}") for n in range(batch)]
                        began = time.monotonic()
                        post(base, key, rows[0] if batch == 1 else {"interactions": rows})
                        times.append(time.monotonic() - began)
                        count += 1

                threads = [threading.Thread(target=work_on, args=(number,)) for number in range(16)]
                for thread in threads:
                    thread.start()
                for thread in threads:
                    thread.join()
                rate = len(times) * batch / seconds
                tell(
                    f"POST /api/interactions, {'one' if batch == 1 else 'a hundred'} at once, {name}", f"{rate:.0f} contacts a second",
                    f"{quantile(times, 0.5):.1f} and {quantile(times, 0.99):.1f} ms at p50 and p99")
    script = work / "report.sql"
    script.write_text(
        "BEGIN;\n"
        "INSERT INTO act (id, at) VALUES (nextval('reported'), 0) RETURNING id AS act \\gset\n"
        "INSERT INTO interaction (id, act, at, day, medium, channel, modality, deed, outcome, origin, point, product, wait, duration)\n"
        "VALUES (nextval('reported'), :act, 0, 20000, 5, 5, 2, 2, 1, 1, 1, 102077, 60, 300);\n"
        "COMMIT;\n"
    )
    subprocess.run(["psql", "-q", os.environ["POSTGRES_URL"], "-c", "CREATE SEQUENCE reported START 1000000000000000000"], check=True)
    tell("the same row and its act by pgbench", f"{pgbench(os.environ['POSTGRES_URL'], script, seconds):.0f} a second")


def everything(work, wanted, seconds, tell):
    database = bulk(work, wanted, tell)
    boards(database, work, max(1, seconds // 2), tell)
    story(database, work, 300, tell)
    reports(work, seconds, tell)
