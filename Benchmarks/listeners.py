"""Thousands of open pages that wait for news: what each costs, and how long news takes from the commit to the last byte."""

import asyncio
import statistics
import time
import urllib.request
from urllib.parse import urlsplit


async def listener(address, arrivals, ready):
    """One page that waits. Each event carries the instant at which it was rendered, right after its commit."""
    parts = urlsplit(address)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    writer.write(b"GET /live HTTP/1.1\r\nHost: a\r\nAccept: text/event-stream\r\n\r\n")
    await reader.readuntil(b"retry: 3000")
    ready.append(1)
    try:
        while line := await reader.readline():
            if line.startswith(b"data: "):
                arrivals.append(time.time() * 1000)
    finally:
        writer.close()


def post(address):
    urllib.request.urlopen(urllib.request.Request(address, method="POST"), timeout=30).read()


async def gathered(arrivals, count):
    for _ in range(3000):
        if len(arrivals) >= count:
            return
        await asyncio.sleep(0.01)
    raise RuntimeError(f"{len(arrivals)} of {count} listeners were told")


async def measure(base, count, rounds):
    """Milliseconds from the answer of the act that moved the topic until each listener had the event, all rounds together."""
    arrivals, ready = [], []
    tasks = []
    for start in range(0, count, 500):
        tasks += [asyncio.create_task(listener(base, arrivals, ready)) for _ in range(min(500, count - start))]
        while len(ready) < len(tasks):
            await asyncio.sleep(0.01)
    await asyncio.to_thread(post, base + "/news")
    await gathered(arrivals, count)
    await asyncio.sleep(0.5)
    waits = []
    for _ in range(rounds):
        arrivals.clear()
        await asyncio.to_thread(post, base + "/news")
        committed = time.time() * 1000
        await gathered(arrivals, count)
        waits += [max(0.0, arrival - committed) for arrival in arrivals]
        await asyncio.sleep(0.2)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    waits.sort()
    return statistics.median(waits), waits[int(len(waits) * 0.99)]
