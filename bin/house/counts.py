"""How many cases a runner says it ran: counts.py LOG prints 'PASSED FAILED'. A log that says nothing counts 0 0.

counts.py --begun LOG prints the tests of Swift Testing that began and never ended: what a run was stuck at.
"""

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


def begun(log):
    """The tests that began and did not end, in the order of the log."""
    name = r'Test ("[^"\n]*"|\w+\([^)\n]*\))'
    # Lines of several tests may run into one another.
    ended = set(re.findall(rf"[✔✘] {name}(?: with \d+ test cases?)? (?:passed|failed)\b", log))
    return [test for test in re.findall(rf"◇ {name} started\.$", log, re.MULTILINE) if test not in ended]


if __name__ == "__main__":
    with open(sys.argv[-1], encoding="utf-8", errors="replace") as file:
        log = file.read()
    print("\n".join(begun(log))) if "--begun" in sys.argv else print(*counts(log))
