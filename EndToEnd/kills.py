"""kill -9 in the middle of recording: what was acknowledged is there, once, and the figures are what the record says.

    VENTANILLA=… python3 EndToEnd/kills.py DATABASE_URL [ROUNDS]      (5 rounds; 200 in the long form)
"""

import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

PROGRAM = os.environ["VENTANILLA"]
DATABASE = sys.argv[1]
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 200 if os.environ.get("TEST_FULL") == "1" else 5
CLIENTS, BATCH = 8, 25


def command(*words):
    done = subprocess.run([PROGRAM, *words], capture_output=True, text=True, env={**os.environ, "DATABASE_URL": DATABASE})
    if done.returncode:
        sys.exit(f"{words[0]} failed: {done.stdout}{done.stderr}")
    return done.stdout


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def started():
    port = free_port()
    process = subprocess.Popen(
        [PROGRAM, "serve", "--demo"], env={**os.environ, "DATABASE_URL": DATABASE, "PORT": str(port)},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    base = f"http://127.0.0.1:{port}"
    for _ in range(600):
        try:
            urllib.request.urlopen(base + "/health/ready", timeout=5)
            return process, base
        except OSError:
            if process.poll() is not None:
                sys.exit(f"the server ended with {process.returncode}")
            time.sleep(0.05)
    sys.exit("the server is not ready after half a minute")


def contact(name):
    return {"id": name, "at": "2026-01-05T10:00:00-03:00", "medium": "desk", "channel": "branch", "act": "information", "outcome": "resolved"}


def send(base, token, names):
    """The numbers under which the record has them; None when nobody answered."""
    body = json.dumps({"interactions": [contact(name) for name in names]}).encode()
    asked = urllib.request.Request(base + "/api/interactions", data=body, headers={"Authorization": "Bearer " + token})
    try:
        with urllib.request.urlopen(asked, timeout=30) as answer:
            results = json.load(answer)["results"]
    except urllib.error.HTTPError as refusal:
        if refusal.code == 503:  # its place among the servers is not free yet
            return None
        raise
    except (OSError, ValueError):
        return None
    wrong = [result for result in results if result["result"] not in ("recorded", "repeated")]
    assert not wrong, wrong
    return {result["id"]: result["interaction"] for result in results}


def main():
    token = re.search(r"vt_\S+", command("programs", "add", "IPS", "kills")).group()
    acknowledged, sent, lock = {}, [], threading.Lock()
    for number in range(ROUNDS):
        process, base = started()

        def client(who):
            batch = 0
            while process.poll() is None:
                names = [f"k{number}-{who}-{batch}-{n}" for n in range(BATCH)]
                with lock:
                    sent.append(names)
                answer = send(base, token, names)
                if answer is None:
                    return
                with lock:
                    acknowledged.update(answer)
                batch += 1

        clients = [threading.Thread(target=client, args=(who,)) for who in range(CLIENTS)]
        for each in clients:
            each.start()
        time.sleep(0.3 + random.random())
        process.send_signal(signal.SIGKILL)
        process.wait()
        for each in clients:
            each.join()
    process, base = started()
    lost = twice = 0
    for names in sent:
        again = None
        while again is None:
            again = send(base, token, names)
        lost += sum(1 for name in names if name in acknowledged and acknowledged[name] != again[name])
        acknowledged.update(again)
    numbers = list(acknowledged.values())
    twice = len(numbers) - len(set(numbers))
    process.terminate()
    process.wait(timeout=60)
    command("statistics", "verify")
    counted = int(re.search(r"(\d+) contacts were counted", command("statistics", "verify")).group(1))
    kept = len(acknowledged)
    print(f"{ROUNDS} kills, {kept} contacts: {lost} lost, {twice} under one number, {counted} in the record")
    good = lost == twice == 0 and counted == kept and kept > ROUNDS * BATCH
    print("1 passed, 0 failed" if good else "0 passed, 1 failed")
    sys.exit(not good)


main()
