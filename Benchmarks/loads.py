"""What asks: wrk for HTTP, pgbench for PostgreSQL alone. Each gives back requests or acts a second."""

import re
import subprocess
from urllib.parse import urlsplit

CLIENTS = 16


def wrk(address, seconds, fields=(), post=None):
    command = ["wrk", "-t1", f"-c{CLIENTS}", f"-d{seconds}s"]
    for name, value in fields:
        command += ["-H", f"{name}: {value}"]
    if post:
        command += ["-s", str(post)]
    said = subprocess.run(command + [address], check=True, capture_output=True, text=True).stdout
    if wrong := re.search(r"Non-2xx.*|Socket errors.*", said):
        raise RuntimeError(f"{address}: {wrong.group()}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said).group(1))


def pgbench(url, script, seconds):
    parts = urlsplit(url)
    said = subprocess.run(
        ["pgbench", "-n", "-M", "prepared", f"-c{CLIENTS}", "-j1", f"-T{seconds}", "-f", str(script), "-h", parts.hostname]
        + ["-p", str(parts.port), "-U", parts.username, parts.path[1:]],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    return float(re.search(r"tps = ([\d.]+)", said).group(1))
