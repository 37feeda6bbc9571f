"""Servers that are started for a measurement and ended after it."""

import os
import socket
import subprocess
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def wait_for(address, process):
    """Seconds until the address answers, asked every two milliseconds."""
    began = time.monotonic()
    while time.monotonic() - began < 60:
        if process.poll() is not None:
            raise RuntimeError(f"{process.args[0]} ended with {process.returncode}")
        try:
            urllib.request.urlopen(address, timeout=5).read()
            return time.monotonic() - began
        except OSError:
            time.sleep(0.002)
    raise RuntimeError(f"{address} does not answer")


@contextmanager
def running(command, log, health, environment=None):
    """Gives the process and how long it took to answer at `health`; ends it with SIGTERM."""
    with open(log, "wb") as lines:
        began = time.monotonic()
        process = subprocess.Popen(command, stdout=lines, stderr=lines, env={**os.environ, **(environment or {})})
        try:
            wait_for(health, process)
            yield process, time.monotonic() - began
        finally:
            process.terminate()
            process.wait(timeout=30)


@contextmanager
def ventanilla(program, database, work):
    """The product, or the counter, on this database: gives its address, its process and its seconds to the first answer."""
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    environment = {"PORT": str(port), "DATABASE_URL": database, "BASE_URL": base}
    with running(program, Path(work) / f"{port}.log", base + "/health/ready", environment) as (process, seconds):
        yield base, process, seconds


def quoted(value):
    """A value between the quotes of nginx's own file."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


@contextmanager
def nginx(work, path, body, fields):
    """nginx with as many workers as there are cores, a log of its own as ours has, and these very bytes and fields at `path`."""
    work, port = Path(work) / "nginx", free_port()
    work.mkdir(exist_ok=True)
    (work / "page").write_bytes(body)
    added = "\n".join(f"add_header {name} {quoted(value)} always;" for name, value in fields)
    (work / "nginx.conf").write_text(
        f"""
        daemon off; worker_processes {os.cpu_count()}; pid {work}/pid; error_log {work}/error.log;
        events {{ worker_connections 1024; }}
        http {{
          access_log {work}/access.log; keepalive_requests 100000000; open_file_cache max=10;
          server {{ listen 127.0.0.1:{port}; default_type 'text/html'; charset utf-8;
            location = {path} {{ alias {work}/page; {added} }} }}
        }}"""
    )
    for folder in [work.parent, work]:
        folder.chmod(0o755)
    base = f"http://127.0.0.1:{port}"
    with running(["nginx", "-p", str(work), "-c", str(work / "nginx.conf")], work / "out.log", base + path):
        yield base


def resident(process):
    """Megabytes of memory that the process holds (VmRSS of proc(5))."""
    for line in Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the process has no resident memory")
