"""The figures that pages are held to, each with its reason: budgets.json."""

import json
from pathlib import Path

import walk

BUDGETS = json.loads((Path(__file__).parent / "budgets.json").read_text())


def first_view(path):
    """Bytes on the wire for a first view of a page: its route's own figure in any language and whatever is asked, or that of each page."""
    weights = BUDGETS["first view, bytes on the wire"]
    return weights.get(walk.pattern(walk.in_the_source(path)).rstrip("?"), weights["each page"])["at most"]


TARGET = BUDGETS["targets, px"]["each"]["at least"]
MAIN_ACTION = BUDGETS["targets, px"]["main action"]["at least"]
