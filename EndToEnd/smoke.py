"""The shortest walk: home, a sheet, and the answer that machines ask for. The server is at BASE_URL."""

import os
import re
import sys
from urllib.request import urlopen

base = os.environ["BASE_URL"]


def page(path):
    with urlopen(base + path, timeout=10) as answer:
        return answer.status, answer.read().decode()


home = page("/")
sheets = re.findall(r'href="(/fichas/\d+[^"]*)"', home[1]) or re.findall(r'href="(/fichas[^"]*)"', home[1])
seen = {"home": home, "sheet": page(sheets[0]) if sheets else (0, ""), "ready": page("/health/ready")}
failed = [name for name, (status, text) in seen.items() if status != 200 or not text]
for name in failed:
    print(f"{name} answered {seen[name][0]}")
print(f"release: {len(seen) - len(failed)} passed, {len(failed)} failed")
sys.exit(bool(failed))
