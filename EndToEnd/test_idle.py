"""Ten thousand clients that connect and say nothing keep nobody from being served."""

import contextlib
import resource
import socket
from urllib.parse import urlsplit

import walk

CLIENTS = 10_000
SPARE = 500


def test_idle_connections_keep_nobody_waiting():
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    count = CLIENTS if most == resource.RLIM_INFINITY else min(CLIENTS, most - SPARE)
    assert count > 1000, "this machine allows too few open files to try"
    resource.setrlimit(resource.RLIMIT_NOFILE, (count + SPARE, most))

    address = urlsplit(walk.BASE)
    with contextlib.ExitStack() as idle:
        for _ in range(count):
            idle.enter_context(socket.create_connection((address.hostname, address.port), timeout=30))
        assert [walk.get(path).status for path in ("/", "/temas", "/health/ready")] == [200, 200, 200]
    assert walk.get("/").status == 200
