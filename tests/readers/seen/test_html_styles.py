"""HTML: what style sheets, scripts and fonts of a hostile page hide, show and put elsewhere, in the ways that browsers know."""

from __future__ import annotations

import base64

import pytest

from vendorlint_extractor.documents.readers.css_screen import is_met
from vendorlint_extractor.documents.readers.html import read
from vendorlint_extractor.documents.readers.html_css import MAX_RULES
from vendorlint_extractor.documents.readers.rendering import LIMITS, Rendering

SAID = "We may sell all of your data to anyone."
KEPT = "<p>Kept: these words are as many as a page has to have that runs scripts, so that somebody may read what it says to whoever signs it in the end.</p>"
PAGE = "<!doctype html><html><head><meta charset=utf-8><style>{css}</style></head><body><main>{body}{kept}</main></body></html>"
BODY = f"<p class=x>{SAID}</p>"


def page(css: str, body: str = BODY) -> Rendering:
    return read(PAGE.format(css=css, body=body, kept=KEPT).encode(), LIMITS)


def kinds(found: Rendering) -> set[str]:
    return {note.kind for note in found.notes}


HIDDEN = {
    # Where a rule stands.
    "a wide screen": "@media (min-width: 1px) { .x { display: none } }",
    "a range": "@media (400px <= width <= 90em) { .x { display: none } }",
    "a screen with colours": "@media screen and (color) { .x { display: none } }",
    "no print": "@media not print { .x { display: none } }",
    "a list": "@media print, screen { .x { display: none } }",
    "either": "@media (width < 1px) or (min-height: 10px) { .x { display: none } }",
    "light": "@media (prefers-color-scheme: light) { .x { display: none } }",
    "a container": "@container (min-width: 1px) { .x { display: none } }",
    "a scope": "@scope (main) { .x { display: none } }",
    "a layer": "@layer a { .x { display: none } }",
    "within": "main { .x { display: none } }",
    "within, named": "main { p& { color: red } & .x { display: none } }",
    "imported": "@import url('data:text/css,.x{display:none}');",
    "imported in figures": f"@import 'data:text/css;base64,{base64.b64encode(b'.x{display:none}').decode()}';",
    "a language": "p.x:lang(en) { display: none }",
    "a brace in a string": ".y::before { content: '{' } .x { display: none }",
    "a comment in a string": ".y::before { content: '/*' } .x { display: none } /* */",
    "a semicolon in a string": ".x { content: ';}'; display: none }",
    "escaped": r".\78 { d\69splay: n\6fne }",
    "comments": ".x { display/**/: /**/none }",
    "important": ".x { display: none ! important } p.x { display: block }",
    "variables": ":root { --a: none; --b: var(--a) } .x { display: var(--b) }",
    "a variable that is not there": ".x { display: var(--nowhere, none) }",
    # Out of sight.
    "skipped": ".x { content-visibility: hidden }",
    "filtered": ".x { filter: blur(0) opacity(0%) }",
    "masked": ".x { -webkit-mask-image: linear-gradient(transparent, transparent) }",
    "faint": ".x { opacity: 1% }",
    "discs": ".x { -webkit-text-security: disc }",
    "a font's size": ".x { font: 0/0 a }",
    "a sum": ".x { font-size: calc(1px - 1px) }",
    "the least": ".x { font-size: min(0px, 1em) }",
    "zoomed": ".x { zoom: 0.01 }",
    "scaled": ".x { scale: 0 }",
    "scaled by little": ".x { transform: scale(.001) }",
    "a matrix": ".x { transform: matrix(0, 0, 0, 0, 0, 0) }",
    "on its edge": ".x { transform: rotateY(90deg) }",
    "beside": ".x { position: absolute; inset: -9999px auto auto auto }",
    "beside by a margin": ".x { margin: 0 0 0 -9999px }",
    "beside by another name": ".x { position: absolute; inset-inline-start: -9999px }",
    "far to the right": ".x { position: absolute; left: 9999px }",
    "a point": ".x { clip-path: polygon(0 0, 0 0, 0 0) }",
    "cut at the side": ".x { clip-path: inset(0 100% 0 0) }",
    "an ellipse": ".x { clip-path: ellipse(0 0) }",
    "no height": ".x { block-size: 0; overflow-y: hidden }",
    "no height to scroll": ".x { height: calc(0px); overflow: auto }",
    "contained": ".x { height: 0; contain: paint }",
    "lines of no height": ".x { line-height: 0; overflow: hidden }",
    "letters on one another": ".x { letter-spacing: -1em }",
    # Without ink.
    "see-through": ".x { color: rgb(0 0 0 / 0%) }",
    "see-through in figures": ".x { color: #00000003 }",
    "filled with nothing": ".x { -webkit-text-fill-color: transparent }",
    "white by its light": ".x { color: hsl(0, 0%, 100%) }",
    "white by its share": ".x { color: hwb(0 100% 0%) }",
    "white as seen": ".x { color: oklch(1 0 0) }",
    "white by its name": ".x { color: Canvas }",
    "white in a space": ".x { color: color(srgb 1 1 1) }",
    "a variable's colour": ":root { --ink: #fff } .x { color: var(--ink) }",
    "its own paper": ".x { color: navy; background: #000080 }",
    "paper of ink": ".x { background: currentcolor }",
    "black on black": ".x { background: #000 }",
    "white on an even gradient": ".x { color: #fff; background: linear-gradient(#fff, #fff) }",
    "struck": ".x { text-decoration: solid line-through red }",
}
SEEN = {
    "a narrow screen": "@media (max-width: 600px) { .x { display: none } }",
    "print": "@media print { .x { display: none } }",
    "dark": "@media (prefers-color-scheme: dark) { .x { color: #fff } }",
    "what is not there": "@supports not (display: block) { .x { display: none } }",
    "a class that nothing has": ".dark { --ink: #fff } :root { --ink: #111 } .x { color: var(--ink) }",
    "a rule of no element": ".x::selection { display: none } .x::before { display: none }",
    "an important one": ".x { display: block !important } p.x { display: none }",
    "a variable of nobody": ".x { display: var(--nowhere) }",
    "a small shift": ".x { position: relative; left: -20px; margin: 0 0 0 -1em }",
    "rounded": ".x { clip-path: inset(0 round 10px) }",
    "turned a little": ".x { transform: rotate(2deg) scale(1.02) }",
    "cut where it is long": ".x { max-height: 300px; overflow: hidden }",
    "with a shadow": ".x { color: #fff; text-shadow: 0 0 2px #000 }",
    "with an edge": ".x { color: #fff; -webkit-text-stroke: 1px #000 }",
    "filled with black": ".x { color: #fff; -webkit-text-fill-color: #000 }",
    "on a gradient": ".x { color: #fff; background: linear-gradient(#123, #456) }",
    "a gradient in letters": ".x { background: linear-gradient(#123, #456); -webkit-background-clip: text; color: transparent }",
    "dark ink": ".x { color: oklch(0.2 0.03 264) }",
    "letters close": ".x { letter-spacing: -0.02em }",
}


@pytest.mark.parametrize("css", HIDDEN.values(), ids=HIDDEN)
def test_what_a_browser_does_not_show_is_left_out_and_told(css: str) -> None:
    found = page(css)
    assert "sell" not in found.text
    assert kinds(found) & {"hidden", "struck"}


@pytest.mark.parametrize("css", SEEN.values(), ids=SEEN)
def test_what_a_browser_shows_is_read(css: str) -> None:
    found = page(css)
    assert SAID in found.text
    assert kinds(found) == set()


@pytest.mark.parametrize(
    ("css", "body"),
    [
        ("", f"<p aria-hidden=true>{SAID}</p>"),
        ("[hidden] { display: block }", f"<p hidden>{SAID}</p>"),
        ("del { text-decoration: none }", f"<p><del>{SAID}</del></p>"),
        (".x { unicode-bidi: bidi-override; direction: rtl }", f"<p class=x>{SAID[::-1]}</p>"),
        ("", f"<style media=print>.x {{ display: none }}</style>{BODY}"),
        ("", f"<style type=text/plain>.x {{ display: none }}</style>{BODY}"),
    ],
)
def test_what_looks_hidden_and_is_shown_is_read(css: str, body: str) -> None:
    assert SAID in page(css, body).text


@pytest.mark.parametrize(
    "body",
    [
        f"<div popover>{SAID}</div>",
        f"<ruby>a<rp>{SAID}</rp></ruby>",
        f"<noframes>{SAID}</noframes>",
        f"<p style='display:/**/n\\6fne'>{SAID}</p>",
        f"<link rel=stylesheet href='data:text/css,.x{{display:none}}'>{BODY}",
    ],
)
def test_what_looks_shown_and_is_hidden_is_left_out(body: str) -> None:
    assert "sell" not in page("", body).text


ESCAPED = "".join(f"\\{ord(sign):x} " for sign in SAID)
UNICODE = "".join(f"\\u{ord(sign):04x}" for sign in SAID)
DRAWING = f"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Ctext%3E{SAID}%3C/text%3E%3C/svg%3E"
AROUND = {
    "escapes": (f".x::after {{ content: '{ESCAPED}' }}", ""),
    "parts": (".x::after { content: 'We may sell all ' 'of your data to anyone.' }", ""),
    "a counter between": (".x::after { content: 'We may sell all ' counter(a) 'of your data to anyone.' }", ""),
    "a variable": (f":root {{ --c: '{SAID}' }} .x::after {{ content: var(--c) }}", ""),
    "quotation marks": (f"q {{ quotes: '{SAID}' '' }}", ""),
    "a counter's sign": (f"@counter-style a {{ system: cyclic; symbols: '{SAID}' }}", ""),
    "a string on two lines": (".x::after { content: 'We may sell all \\\nof your data to anyone.' }", ""),
    "a sheet in a link": ("", f"<link rel=stylesheet href=\"data:text/css,.x::after{{content:'{SAID}'}}\">"),
    "a drawing in an address": (f'.x {{ background-image: url("{DRAWING}") }}', ""),
    "written": ("", f"<script>document.write('<p>{SAID}</p>')</script>"),
    "joined": ("", "<script>p.textContent = 'We may sell all ' + \"of your data to anyone.\"</script>"),
    "escaped in a script": ("", f"<script>p.textContent = `{UNICODE}`</script>"),
    "where a picture fails": ("", f"<img src=x width=1 height=1 onerror=\"document.body.append('{SAID}')\">"),
}


@pytest.mark.parametrize(("css", "body"), AROUND.values(), ids=AROUND)
def test_what_styles_and_scripts_say_is_looked_at(css: str, body: str) -> None:
    assert SAID in {" ".join(words.split()) for _, words in page(css, f"<p class=x>Kept.</p>{body}").around}


@pytest.mark.parametrize(
    ("css", "body"),
    [
        (".x { background: url(a.png); width: 600px; height: 40px }", "<div class=x></div>"),
        ("", "<div style='background:url(a.png);width:600px;height:40px'></div>"),
        (".x { content: url(a.png) }", "<div class=x></div>"),
        (".x::after { content: url(a.png) }", "<div class=x></div>"),
        (".x { border-image: url(a.png) 30; width: 600px; height: 90px }", "<div class=x></div>"),
        (".x { mask-image: url(a.png); width: 600px; height: 90px }", "<div class=x></div>"),
        ("li { list-style-image: url(a.png) }", "<ul><li>a</ul>"),
        ("", "<table background=a.png width=600 height=40><tr><td></table>"),
        ("", "<video poster=a.png width=600 height=90></video>"),
        ("", "<svg width=600 height=90><image href=a.png width=600 height=90></svg>"),
        ("img { width: 500px; height: 80px }", "<img src=a.png>"),
    ],
)
def test_pictures_of_style_sheets_are_told(css: str, body: str) -> None:
    assert kinds(page(css, body)) == {"picture"}


@pytest.mark.parametrize(
    ("css", "body"),
    [
        (".x { background: url(a.png); width: 16px; height: 16px }", "<span class=x></span>"),
        ("main { background: url(a.png) }", "<div>Some.</div>"),
        (".x::after { content: url(a.png); width: 10px; height: 10px }", "<div class=x>Kept.</div>"),
        ("img { width: 20px; height: 20px }", "<img src=a.png>"),
    ],
)
def test_grounds_and_small_pictures_are_not(css: str, body: str) -> None:
    assert kinds(page(css, body)) == set()


def test_a_page_within_an_element_is_told() -> None:
    found = page("", f"<div><template shadowrootmode=open><p>{SAID}</p></template></div>")
    assert [(note.kind, note.words) for note in found.notes] == [("unread", 1)]


PARTS = "<div class=f><span class=a>your data to anyone.</span><span class=b>We may sell all of</span></div>"


@pytest.mark.parametrize(
    ("css", "body"),
    [
        (".f { display: flex; flex-direction: row-reverse }", PARTS),
        (".f { display: grid } .a { order: 2 } .b { order: 1 }", PARTS),
        (".x { font-family: Webdings }", BODY),
        ("@font-face { font-family: plain; src: local('Wingdings') } .x { font-family: plain }", BODY),
        ("", f"<p><font face=Wingdings>{SAID}</font></p>"),
    ],
)
def test_words_that_are_shown_in_another_order_or_as_signs_are_told(css: str, body: str) -> None:
    assert kinds(page(css, body)) == {"shown_otherwise"}


@pytest.mark.parametrize(
    ("css", "body"),
    [
        (".f { display: flex } .a { order: 1 } .b { order: 2 }", PARTS),
        (
            ".f { display: flex; flex-direction: row-reverse }",
            "<div class=f><img width=9 height=9><p>We keep your data.</p></div>",
        ),
        (".x { font-family: Georgia, Symbol }", BODY),
    ],
)
def test_words_in_their_order_are_not(css: str, body: str) -> None:
    assert kinds(page(css, body)) == set()


def test_a_page_with_more_rules_than_are_looked_at_is_told() -> None:
    assert kinds(page("p { width: 50% } " * (MAX_RULES + 1))) == {"unread"}


@pytest.mark.parametrize(
    ("condition", "met"),
    [
        ("", True),
        ("all", True),
        ("speech", False),
        ("only screen and (min-width: 30em)", True),
        ("screen and (max-width: 30em)", False),
        ("not screen", False),
        ("(orientation: landscape) and (hover)", True),
        ("((min-width: 1px) and (not (monochrome)))", True),
        ("(min-aspect-ratio: 1/1)", True),
        ("(width: 5px)", False),
        ("(min-width: 1furlong)", False),
    ],
)
def test_conditions(condition: str, met: bool) -> None:
    assert is_met("media", condition) is met
