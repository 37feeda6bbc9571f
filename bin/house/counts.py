"""How many cases a runner says it ran: counts.py LOG prints 'PASSED FAILED'. A log that says nothing counts 0 0."""

import re
import sys


def counts(log):
    """(passed, failed) from Swift Testing, pytest, unittest, or a line of our own."""
    if runs := re.findall(r"Test run with (\d+) tests?\b.* (passed|failed) after", log):
        ran = sum(int(number) for number, _ in runs)
        failed = len(re.findall(r"^\W*Test (?!run with|case ).* failed after", log, re.MULTILINE))
        if not failed and any(outcome == "failed" for _, outcome in runs):
            failed = 1
        return ran - failed, failed
    if runs := re.findall(r"^Ran (\d+) tests? in", log, re.MULTILINE):
        ending = log[log.rindex("Ran ") :]
        failed = sum(int(number) for number in re.findall(r"(?:failures|errors)=(\d+)", ending))
        return int(runs[-1]) - failed, failed
    closing = [line for line in log.splitlines() if re.search(r"\b\d+ (passed|failed|errors?)\b", line)]
    if not closing:
        return 0, 0

    def number(word):
        return sum(int(found) for found in re.findall(rf"\b(\d+) {word}\b", closing[-1]))

    return number("passed"), number("failed") + number("errors?")


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8", errors="replace") as file:
        print(*counts(file.read()))
