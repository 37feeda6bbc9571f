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
