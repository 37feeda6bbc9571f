"""How good lists of results are: nDCG@10 (gain 2^grade - 1), success@3 and MRR (of grades 2 and 3), as Tests/CatalogTests/Quality has them."""

import math
from statistics import fmean


def dcg(grades):
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:10]))


def measures(found, grades):
    """Of one query: `found` are keys, the best first; what stands there twice counts where it stands first."""
    keys = list(dict.fromkeys(found))[:10]
    first = next((place for place, key in enumerate(keys) if grades.get(key, 0) >= 2), None)
    gain = dcg([grades.get(key, 0) for key in keys]) / dcg(sorted(grades.values(), reverse=True))
    return gain, float(first is not None and first < 3), 0.0 if first is None else 1 / (first + 1)


def told(lists, judgements):
    """The means over some queries, in words."""
    gain, success, rank = (fmean(column) for column in zip(*map(measures, lists, judgements)))
    return f"nDCG {gain:.3f}, success@3 {success:.3f}, MRR {rank:.3f}"
