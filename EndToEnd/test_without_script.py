"""Pages are complete without JavaScript, and quiet with it."""


def test_the_same_text_without_script(visit, path):
    viewport = {"width": 360, "height": 800}
    without = words(visit(path, java_script_enabled=False, viewport=viewport))
    with_script = visit(path, viewport=viewport)
    # What stands in a tab that is not open is one key away, and found when it is searched for.
    with_script.locator("[hidden=until-found]").evaluate_all("all => all.forEach(each => each.removeAttribute('hidden'))")
    told = words(with_script)
    if told != without:  # the minute that a page tells may turn between two looks, and not between the next two
        without = words(visit(path, java_script_enabled=False, viewport=viewport))
    assert told == without
    assert [text for text in with_script.problems if "404" not in text] == []


def words(page):
    """What a person reads, without the tools that only a script can work and without what names the single request."""
    page.evaluate("document.querySelectorAll('.tools, .by-script').forEach(each => each.remove())")
    lines = page.locator("body").inner_text().split("\n")
    return [" ".join(line.split()) for line in lines if line.strip() and not any(len(word) > 15 and any(c.isdigit() for c in word) for word in line.split())]
