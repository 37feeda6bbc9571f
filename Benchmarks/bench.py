"""Ratios of one run: two that are compared take turns, so that a slow minute of the machine is slow for both."""

import asyncio
import os
import resource
import statistics
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import deciding
import listeners
import record
import searching
from loads import CLIENTS, pgbench, wrk
from servers import nginx, resident, ventanilla

HOUSE = Path(__file__).parent.parent
PRODUCT = [str(HOUSE / ".build/release/ventanilla"), "serve", "--demo"]
SEEKER = str(HOUSE / ".build-bench/release/Seeker")
DECIDER = str(HOUSE / ".build-bench/release/Decider")
COUNTER = [str(HOUSE / ".build-bench/release/Counter")]
PAGE = "/fichas/102077-pension-garantizada-universal"
BROTLI = ("Accept-Encoding", "br")
ASIDE = {"date", "content-length", "connection", "server", "content-type", "x-request-id"}

work = Path(sys.argv[1])
quick = "--quick" in sys.argv
rounds, seconds = (3, 3) if quick else (7, 6)
lines = []


def tell(measure, ours, other="", ratio="", aim=""):
    lines.append((measure, ours, other, ratio, aim))
    print(f"  {measure}: {ours} {other} {ratio}", flush=True)


def compare(measure, unit, ours, other, name, aim):
    pairs = [(ours(), other()) for _ in range(rounds)]
    ratios = [mine / theirs for mine, theirs in pairs]
    mine, theirs = (statistics.median(column) for column in zip(*pairs))
    spread = f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
    tell(measure, f"{mine:.0f} {unit}", f"{name} {theirs:.0f}", spread, aim)


def the_page():
    database = f"sqlite:{work}/page.db"
    for words in (["migrate"], ["catalogue", "load", str(HOUSE / "Catalogue")]):
        subprocess.run([PRODUCT[0], *words], check=True, stdout=subprocess.DEVNULL, env={**os.environ, "DATABASE_URL": database})
    starts = []
    for _ in range(rounds):
        with ventanilla(PRODUCT, database, work) as (_, _, took):
            starts.append(took * 1000)
    tell("start, to the first answer", f"{statistics.median(starts):.0f} ms", aim="under 2000 ms")
    with ventanilla(PRODUCT, database, work) as (base, process, _):
        tell("memory, before the first page", f"{resident(process):.0f} MB")
        asked = urllib.request.Request(base + PAGE, headers=dict([BROTLI]))
        with urllib.request.urlopen(asked) as answer:
            page = answer.url[len(base) :]
            body, fields = answer.read(), [(n, v) for n, v in answer.headers.items() if n.lower() not in ASIDE]
        with nginx(work, page, body, fields) as other:
            for address in (base, other):
                wrk(address + page, 1, [BROTLI])
            compare(
                f"sheet page, {len(body)} bytes of brotli", "a second",
                lambda: wrk(base + page, seconds, [BROTLI]), lambda: wrk(other + page, seconds, [BROTLI]), "nginx", "0.6",
            )  # fmt: skip
        tell("memory, after it", f"{resident(process):.0f} MB")


def the_signed_in_page():
    """A page of one person, with its session, its disclosure and the trace of it, beside one that is also made for each request."""
    for name, database in (("embedded", f"sqlite:{work}/page.db"), ("PostgreSQL", os.environ["POSTGRES_URL"])):
        if name == "PostgreSQL":
            for words in (["migrate"], ["catalogue", "load", str(HOUSE / "Catalogue")]):
                subprocess.run([PRODUCT[0], *words], check=True, stdout=subprocess.DEVNULL, env={**os.environ, "DATABASE_URL": database})
        with ventanilla(PRODUCT, database, work) as (base, _, _):
            os.environ["BASE_URL"] = base
            sys.path.insert(0, str(HOUSE / "EndToEnd"))
            for module in ("walk", "signed"):
                sys.modules.pop(module, None)
            import signed

            cookie = "; ".join(f"{each['name']}={each['value']}" for each in signed.citizen().cookies())
            asked = [BROTLI, ("Cookie", cookie)]

            def own(path):
                return lambda: wrk(base + path, seconds, asked)

            def public(path):
                return lambda: wrk(base + path, seconds, [BROTLI])

            compare(f"page of one's own (/mi), {name}", "a second", own("/mi"), public("/estado"), "/estado", "")
            compare(f"the same (/mi) against one without a person's data, {name}", "a second", own("/mi"), own("/mi/sesiones"), "/mi/sesiones", "")
        del os.environ["BASE_URL"]


def the_act():
    url = os.environ["POSTGRES_URL"]
    post, script = work / "post.lua", work / "act.sql"
    post.write_text('wrk.method = "POST"\n')
    # The same row as the counter's, with a number of its own.
    script.write_text(
        "\\set at random(1, 9000000000000000)\n"
        "INSERT INTO mark (id, at, word) VALUES (:client_id * 1000000000000 + nextval('other'), :at, 'one of many');\n"
    )
    with ventanilla(COUNTER, url, work) as (through, _, _), ventanilla(COUNTER, f"sqlite:{work}/act.db", work) as (embedded, _, _):
        subprocess.run(["psql", "-q", url, "-c", "CREATE SEQUENCE other"], check=True)

        def durable(base):
            return lambda: wrk(base + "/acts", seconds, post=post)

        def alone():
            return pgbench(url, script, seconds)

        compare("durable act through HTTP, embedded engine", "a second", durable(embedded), alone, "pgbench", "1.0")
        compare("durable act through HTTP, our PostgreSQL driver", "a second", durable(through), alone, "pgbench", "")


def what_acts_leave():
    """What the product adds to a plain act: the contact and the audit, a disclosure, a job."""
    for name, database in (("embedded", f"sqlite:{work}/records.db"), ("PostgreSQL", os.environ["POSTGRES_URL"])):
        post = work / "post.lua"
        with ventanilla(COUNTER, database, work) as (base, _, _):

            def acts(path):
                return lambda: wrk(base + path, seconds, post=post)

            compare(f"act with transaction.record, {name}", "a second", acts("/records"), acts("/acts"), "plain act", "")
            compare(f"opening a disclosure, {name}", "a second", acts("/disclosures"), acts("/acts"), "plain act", "")
            tell(f"jobs made and done, {name}", f"{jobs(base, post):.0f} a second")


def jobs(base, post):
    """Jobs a second, from the first that is made to the last that is done."""
    def done():
        return int(urllib.request.urlopen(base + "/jobs", timeout=30).read())

    began, before = time.monotonic(), done()
    made = wrk(base + "/jobs", seconds, post=post) * seconds
    last, since = done(), time.monotonic()
    while time.monotonic() - since < 1.5:
        time.sleep(0.02)
        if (now := done()) != last:
            last, since = now, time.monotonic()
    if last - before < made * 0.99 - CLIENTS:
        raise RuntimeError(f"{last - before} of {made:.0f} jobs were done")
    return (last - before) / (since - began)


def the_listeners():
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    count = 10_000 if most == resource.RLIM_INFINITY else min(10_000, most - 500)
    resource.setrlimit(resource.RLIMIT_NOFILE, (count + 500, most))
    with ventanilla(COUNTER, f"sqlite:{work}/live.db", work) as (base, process, _):
        before = resident(process)

        async def run():
            waits = await listeners.measure(base, count, 5)
            return waits, resident(process)

        (median, slowest), after = asyncio.run(run())
        tell(f"{count} pages that wait for news, memory each", f"{(after - before) * 1024 / count:.1f} kB")
        tell("news, from commit to byte, half of them and 99 of 100", f"{median:.0f} and {slowest:.0f} ms")


def the_search():
    searching.in_process(SEEKER, work, 3000, 3 if quick else 20, tell)
    searching.how_good(SEEKER, work, tell)
    database = f"sqlite:{work}/page.db"  # the_page left the catalogue in it
    with ventanilla(PRODUCT, database, work) as (base, _, _):
        script = searching.list_for_wrk(work)
        tell("search through HTTP, brotli", f"{wrk(base + '/buscar', seconds, [BROTLI], post=script):.0f} a second")


the_page()
the_search()
the_signed_in_page()
the_act()
what_acts_leave()
the_listeners()
for row in deciding.run(DECIDER, HOUSE, work, rounds):
    tell(*row)
record.everything(work, int(os.environ.get("BENCH_CONTACTS", 2_000_000 if quick else 20_000_000)), seconds, tell)
widths = [max(len(line[column]) for line in lines) for column in range(5)]
print(f"\n{os.cpu_count()} cores, {CLIENTS} clients, {rounds} rounds of {seconds} s in turns; ratio: median (least to most)\n")
print("\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in lines))
