"""An app on another site finds the terms of this one, as its documentation says."""

from __future__ import annotations

import gzip
import json
import re
import threading
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from glossary.matching import FORMAT
from tests.browser.server import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

DOCUMENTED = ROOT / "docs" / "matching-on-a-device.md"
STARTER_PACK = 40_000
"""More bytes than this nobody should have to load on a phone for the words alone."""
MODULE = f"/api/v1/term-pack/{FORMAT}/matching.js"

PROVE = """
    const { loadPack } = await import(module);
    const { packs, cases } = await (await fetch(from)).json();
    const plain = ({ start, end, lang, form, candidates }) =>
        JSON.stringify([start, end, lang, form, candidates]);
    const failed = cases.filter(({ pack, text, langs, exclude, matches }) => {
        const options = { langs, exclude, offsets: "code-point" };
        const found = loadPack(packs[pack]).find(text, options);
        return found.map(plain).join() !== matches.map(plain).join();
    });
    const told = { cases: cases.length, failed: failed.map((one) => one.name) };
"""
IN_A_PAGE = f"async ([module, from]) => {{ {PROVE} return told; }}"
IN_A_WORKER = f"""([module, from]) => new Promise((resolve, reject) => {{
    const code = `const [module, from] = ${{JSON.stringify([module, from])}};
        {PROVE.replace("`", "")} postMessage(told);`;
    const address = URL.createObjectURL(new Blob([code], {{ type: "text/javascript" }}));
    const worker = new Worker(address, {{ type: "module" }});
    worker.onmessage = (event) => resolve(event.data);
    worker.onerror = (event) => reject(new Error(event.message));
}})"""


class EmptyPage(BaseHTTPRequestHandler):
    """A site with one page, and nothing on it."""

    def do_GET(self) -> None:
        """Give the page."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>Elsewhere</title>")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[str]:
    """The address of a page of another origin than the site's."""
    with ThreadingHTTPServer(("127.0.0.1", 0), EmptyPage) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def page(browser: Browser, elsewhere: str) -> Iterator[Page]:
    """That page."""
    page = browser.new_page()
    page.goto(elsewhere)
    yield page
    page.close()


@pytest.fixture
def said(page: Page) -> Callable[[str], list[str]]:
    """What a script says when it is run in that page."""

    def run(script: str) -> list[str]:
        lines: list[str] = page.evaluate(
            """async (script) => {
                const lines = [];
                const console = { log: (line) => lines.push(line) };
                const Run = (async () => {}).constructor;
                await new Run("console", script)(console);
                return lines;
            }""",
            script,
        )
        return lines

    return run


def pack_of(site: str, query: str = "") -> dict[str, Any]:
    with urllib.request.urlopen(f"{site}/api/v1/term-pack/{query}") as answer:
        pack: dict[str, Any] = json.loads(answer.read())
    return pack


def samples(site: str) -> list[str]:
    """Return the scripts of the documentation, as somebody would fill them in."""
    blocks = re.findall(r"```js\n(.*?)```", DOCUMENTED.read_text("utf-8"), re.DOTALL)
    return [one.replace("https://glossary.example", site) for one in blocks]


@pytest.mark.parametrize("script", [IN_A_PAGE, IN_A_WORKER], ids=["page", "worker"])
def test_the_module_passes_every_case_there(page, live_site, script):
    matching = pack_of(live_site)["matching"]

    told = page.evaluate(script, [matching["module"], matching["cases"]])

    assert told["cases"] > 100
    assert told["failed"] == []


def test_a_browser_checks_its_digest(page, live_site):
    matching = pack_of(live_site)["matching"]

    loaded = page.evaluate(
        """([address, integrities]) => Promise.all(integrities.map((integrity, number) =>
            new Promise((resolve) => {
                const src = `${address}#${number}`;
                const script = Object.assign(document.createElement("script"),
                    { type: "module", crossOrigin: "anonymous", integrity, src });
                script.onload = () => resolve(true);
                script.onerror = () => resolve(false);
                document.head.append(script);
            })))""",
        [
            matching["module"],
            [matching["integrity"], "sha256-" + "A" * 43 + "="],
        ],
    )

    assert loaded == [True, False]


def test_the_sample_of_the_documentation_says_what_may_be_said(said, live_site):
    first, _ = samples(live_site)

    lines = said(first)

    assert [line for line in lines if not line.startswith(" ")] == [
        "problem profile",
        "chief constable",
    ]
    explained = "\n".join(lines)
    assert f"{live_site}/en/terms/problem-profile/" in explained
    assert explained.count("Not checked by: editor, ") == 2


def test_the_sample_that_proves_an_engine_proves_ours(said, live_site):
    first, second = samples(live_site)

    assert re.fullmatch(r"0 of [1-9]\d\d failed", said(first + second)[-1])


@pytest.mark.parametrize(
    ("path", "entry"),
    [
        ("/en/api/", "/en/terms/problem-profile/"),
        ("/cy/api/", "/cy/termau/proffil-problem/"),
    ],
)
def test_the_sample_of_the_guide_works(said, browse, live_site, path, entry):
    shown = browse(path).locator("main pre").all_inner_texts()
    (script,) = [text for text in shown if "loadPack" in text]

    (line,) = said(script)

    assert line.startswith("problem profile: ")
    assert line.endswith(live_site + entry)


def test_our_own_page_loads_the_same_file(visit, live_site):
    reader = visit()
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    page = reader.open("/en/explain/")

    page.get_by_label("Your text").fill("Ask about the problem profile.")
    page.get_by_role("button", name="Explain this text").click()
    page.locator("#explained .given").wait_for()

    assert [url for url in asked if "matching" in url] == [live_site + MODULE]


def test_the_pack_of_the_starter_glossary_is_small(live_site):
    request = urllib.request.Request(
        f"{live_site}/api/v1/term-pack/", headers={"Accept-Encoding": "gzip"}
    )
    with urllib.request.urlopen(request) as answer:
        packed = answer.read()

    assert len(json.loads(gzip.decompress(packed))["forms"]) > 1500
    assert len(packed) < STARTER_PACK
