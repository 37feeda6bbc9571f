import os
import shutil

import pytest
import walk
from playwright.sync_api import sync_playwright


def pytest_generate_tests(metafunc):
    """`path` is each page of the sample, `route` one page of each route, `every` each page there is."""
    for name, paths in {"path": lambda: [*walk.sample(), walk.MISSING], "route": walk.one_of_each, "every": walk.pages}.items():
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, paths())


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
        chromium = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser):
    """visit(path, **how): a page in a context of its own; `how` is what new_context takes."""
    contexts = []

    def open_page(path, **how):
        context = browser.new_context(base_url=walk.BASE, locale="es-CL", **how)
        contexts.append(context)
        page = context.new_page()
        page.problems = []
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        page.on("console", lambda message: page.problems.append(message.text) if message.type == "error" else None)
        if path:
            page.goto(path, wait_until="load")
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def tabs():
    return {}


@pytest.fixture
def look(browser, tabs):
    """look(path, cookies, **how): a page in a tab where others were looked at before it, which is much faster. It is for what is only
    measured: a page that is worked with, weighed, or asked for what went wrong is one to visit."""

    def open_page(path, cookies=(), **how):
        kind = repr(sorted(how.items()))
        if kind not in tabs:
            tabs[kind] = browser.new_context(base_url=walk.BASE, locale="es-CL", **how).new_page()
            tabs[kind].on("crash", lambda: tabs.pop(kind, None))
        page = tabs[kind]
        page.context.clear_cookies()
        page.context.add_cookies(list(cookies))
        page.emulate_media(color_scheme="light", reduced_motion="no-preference")  # as a new one has it
        page.goto(path, wait_until="load")
        return page

    return open_page
