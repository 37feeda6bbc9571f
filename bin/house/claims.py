"""Rules about what Docs/security.md claims: each requirement of the standard is answered for, and each test that is named exists."""

import re
from pathlib import Path

from house.rules import rule

SECURITY = Path("Docs/security.md")
# OWASP ASVS 5.0.0, how many requirements of level 1 or 2 each section has; they are numbered from 1 without gaps.
REQUIRED = {
    "V6.1": 3, "V6.2": 12, "V6.3": 4, "V6.4": 4, "V6.5": 5, "V6.6": 3, "V6.8": 4, "V7.1": 3, "V7.2": 4, "V7.3": 2, "V7.4": 5, "V7.5": 2,
    "V7.6": 2, "V8.1": 2, "V8.2": 3, "V8.3": 1, "V8.4": 1, "V9.1": 3, "V9.2": 4, "V10.1": 2, "V10.2": 2, "V10.3": 4, "V10.4": 11,
    "V10.5": 5, "V10.6": 2, "V10.7": 3, "V14.1": 2, "V14.2": 4, "V14.3": 3, "V16.1": 1, "V16.2": 5, "V16.3": 4, "V16.4": 3, "V16.5": 3,
}  # fmt: skip


def claims(tree):
    """The file with its lines; nothing when there is none."""
    for file in tree.files:
        if file.path == SECURITY:
            yield from ((file, number, line) for number, line in enumerate(file.text.split("\n"), 1))


@rule("Docs/security.md answers for each requirement of ASVS 5.0 (V6 to V10, V14, V16; level 2), once.")
def every_requirement_is_answered(tree):
    told = [found[1] for _, _, line in claims(tree) if (found := re.match(r"\| (V\d+\.\d+\.\d+) \|", line))]
    if not any(file.path == SECURITY for file in tree.files):
        return
    wanted = [f"{section}.{number}" for section, most in REQUIRED.items() for number in range(1, most + 1)]
    for name in [*wanted, *told]:
        if told.count(name) != 1 or name not in wanted:
            yield SECURITY, 1, f"{name} stands {told.count(name)} times"


@rule("A test that Docs/security.md names exists.")
def claimed_tests_exist(tree):
    tests = {}
    for file in tree.files:
        if file.parts[0] in ("Tests", "EndToEnd"):
            tests.setdefault(file.path.stem, []).append(file.text)
    for file, line, text in claims(tree):
        for name, case in re.findall(r"`((?:\w+Tests|test_\w+))\.(\w+)`", text):
            written = rf"\b(?:func|def) {re.escape(case)}\("
            if not any(re.search(written, each) for each in tests.get(name, [])):
                yield file.path, line, f"{name}.{case}"
