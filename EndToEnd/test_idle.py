"""Ten thousand clients that connect and say nothing keep nobody from being served."""

import asyncio
import resource
from urllib.parse import urlsplit

import walk

CLIENTS = 10_000
SPARE = 500


async def connect(count):
    """Opens that many connections, five hundred at a time, and gives them back."""
    address = urlsplit(walk.BASE)
    opened = []
    for first in range(0, count, 500):
        several = min(500, count - first)
        opened += await asyncio.gather(*(asyncio.open_connection(address.hostname, address.port) for _ in range(several)))
    return opened


def test_idle_connections_keep_nobody_waiting():
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    count = CLIENTS if most == resource.RLIM_INFINITY else min(CLIENTS, most - SPARE)
    assert count > 1000, "this machine allows too few open files to try"
    resource.setrlimit(resource.RLIMIT_NOFILE, (count + SPARE, most))

    async def meanwhile():
        idle = await connect(count)
        answers = [await asyncio.to_thread(walk.get, path) for path in ("/", "/temas", "/health/ready")]
        for _, writer in idle:
            writer.close()
        return answers

    assert [answer.status for answer in asyncio.run(meanwhile())] == [200, 200, 200]
    assert walk.get("/").status == 200
