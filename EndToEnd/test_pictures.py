"""Pictures of one page of each route, to look at: EndToEnd/pictures/."""

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "pictures"
SIZES = {"phone": (360, 780), "desk": (1280, 800), "kiosk": (1080, 1920)}


@pytest.mark.pictures
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_take_a_picture(visit, route, size, scheme):
    width, height = SIZES[size]
    page = visit(route, color_scheme=scheme, viewport={"width": width, "height": height})
    name = re.sub(r"\W+", "-", route).strip("-") or "home"
    FOLDER.mkdir(exist_ok=True)
    page.screenshot(path=FOLDER / f"{name[:40]}-{size}-{scheme}.png", full_page=size == "phone")
