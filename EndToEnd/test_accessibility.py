"""No violation of WCAG 2.2 AA that a machine can see, light and dark."""

from axe import COLOURS, in_both_schemes, violations


def test_axe_finds_nothing(look, path):
    assert in_both_schemes(look(path, viewport={"width": 360, "height": 800}, is_mobile=True)) == []


def test_axe_knows_the_rules_of_2_2(visit):
    page = visit("/")
    page.set_content("<html lang=es><title>t</title><body><main><img src='data:,'><a href='#'></a></main>")
    assert {"image-alt", "link-name"} <= {each.partition(":")[0] for each in violations(page)}
    assert page.evaluate("axe.getRules(['wcag22aa']).length") > 0


def test_axe_sees_what_can_not_be_read_in_one_scheme_alone(look):
    page = look("/", bypass_csp=True)  # the site lets in no style that stands in a page
    # Where both colours are the same axe says nothing: it takes the words for hidden.
    for scheme, hidden in {"light": "#ddd", "dark": "#222"}.items():
        page.set_content(
            "<html lang=es><title>t</title><style>:root {color-scheme: light dark; --ink: black; --paper: white}"
            " @media (prefers-color-scheme: dark) {:root {--ink: white; --paper: black}} body {background: var(--paper); color: var(--ink)}"
            f" @media (prefers-color-scheme: {scheme}) {{p {{color: {hidden}}}}}</style><body><main><h1>t</h1><p>Nadie lo lee.</p></main>"
        )
        assert {each.partition(":")[0] for each in in_both_schemes(page)} == {"color-contrast"} <= set(COLOURS)
