"""Explained decisions of the pension: ours one at a time and over a whole population, beside OpenFisca on the same people."""

import json
import statistics
import subprocess
import sys

COUNT = 1_000_000


def run(decider, house, work, rounds):
    """Rows for the report: measure, ours, other, ratio, aim."""
    folder = work / "people"
    folder.mkdir()
    peer = work / "peer"
    subprocess.run([sys.executable, "-m", "venv", str(peer)], check=True)
    subprocess.run([peer / "bin/pip", "install", "-q", "openfisca-core==46.0.1", "pyyaml"], check=True)
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(json.loads(subprocess.check_output([decider, str(house), str(folder), str(COUNT)])))
        out = subprocess.check_output([peer / "bin/python", str(house / "Benchmarks/peer_pension.py"), str(house), str(folder), str(COUNT)])
        theirs.append(json.loads(out))
        differences = theirs[-1]["rules_differ"] + theirs[-1]["pesos_differ"]
        if differences:
            sys.exit(f"the pension differs from OpenFisca's in {differences} of a million people")
    ratios = [mine["batch"] / other["peer"] for mine, other in zip(ours, theirs)]
    middle = statistics.median
    yield (
        f"the pension of {COUNT} people, all at once, each rule explained", f"{middle(o['batch'] for o in ours) / 1e6:.2f} M/s",
        f"OpenFisca {middle(t['peer'] for t in theirs) / 1e6:.2f} M/s", f"{middle(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})",
        "1 M/s a core, 0 differences",
    )
    yield "one at a time, with its trace", f"{middle(o['alone'] for o in ours):.0f}/s", "", "", ""
