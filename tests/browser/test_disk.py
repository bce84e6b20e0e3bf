"""A browser with a profile of its own, as people have: what it keeps, and what Back shows.

Unlike the other tests' browsers it writes on the disk, and keeps pages in memory for Back.
"""

from __future__ import annotations

import os
from contextlib import contextmanager

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.reader import ARGUMENTS
from tests.browser.server import EXIT_URL
from tests.browser.waiting import TEXT_IS_KEPT, wait_until

pytestmark = pytest.mark.browser

SECRET = "Xylophonequartz4711"
FILE = "letter-to-jane4711.txt"
LETTER = f"{SECRET} asked the chief constable for the problem profile."
WRITTEN = 4000  # milliseconds after which Chromium has written down a visit
MOMENT = 1200  # in which it goes back, and forward again
SHOWN = "document.documentElement.hidden ? '' : document.body.innerText"


@contextmanager
def tab(chromium, folder, address, **options):
    """Open a tab whose browser keeps its profile in ``folder``."""
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            folder,
            executable_path=chromium,
            args=ARGUMENTS,
            chromium_sandbox=os.geteuid() != 0,
            ignore_default_args=["--disable-back-forward-cache"],
            base_url=address,
            **options,
        )
        context.route(
            EXIT_URL, lambda route: route.fulfill(body="<title>Weather</title>Dry")
        )
        try:
            yield context.pages[0]
        finally:
            context.close()


def explain(page, path="/en/explain/"):
    page.goto(path)
    page.fill("#text", LETTER)
    page.locator("form.ask p > button[type=submit]").first.click()
    page.wait_for_selector("main .given")


def back(page, steps=-1):
    """Go back as the button does: what is kept in memory comes without loading."""
    page.evaluate(f"setTimeout(() => history.go({steps}))")
    page.wait_for_timeout(MOMENT)


def written(folder, *words):
    """Return the files in which one of ``words`` is to be found."""
    spelled = [word.encode(code) for word in words for code in ("utf-8", "utf-16-le")]
    files = (path for path in folder.rglob("*") if path.is_file())
    return [
        path.name
        for path in files
        if any(word in path.read_bytes() for word in spelled)
    ]


def test_no_byte_of_a_letter_is_written_on_the_disk(chromium, tmp_path, live_site):
    with tab(chromium, tmp_path, live_site) as page:
        explain(page)
        wait_until(page, TEXT_IS_KEPT)
        locked = page.evaluate("window.name")[:40]
        page.locator("#explained .items h3 a").first.click()
        page.wait_for_selector("article.entry")
        back(page)
        page.reload()
        page.wait_for_selector("#explained .given a.word")
        page.wait_for_timeout(WRITTEN)
        explain(page, "/cy/gwirio/")
        page.wait_for_timeout(WRITTEN)
        page.locator("a.exit").click()
        page.wait_for_url(EXIT_URL)
        left = page.evaluate("window.name")
        page.wait_for_timeout(WRITTEN)
        assert written(tmp_path, SECRET, locked) == []

    assert left == ""
    assert written(tmp_path, SECRET, locked) == []
    assert written(tmp_path, "/en/explain/"), (
        "the history is written, and we look there"
    )


@pytest.mark.parametrize("path", ["/en/explain/", "/cy/gwirio/"])
def test_the_name_of_a_chosen_file_is_not_written_either(
    chromium, tmp_path, live_site, path
):
    letter = tmp_path / "elsewhere" / FILE
    letter.parent.mkdir()
    letter.write_text(LETTER, encoding="utf-8")
    profile = tmp_path / "profile"
    with tab(chromium, profile, live_site) as page:
        page.goto(path)
        page.set_input_files("#file", letter)
        page.locator(".menu a").last.click()
        page.wait_for_selector("h1")
        page.wait_for_timeout(WRITTEN)
        assert written(profile, FILE) == []

    assert written(profile, FILE) == []


def test_after_exit_back_leads_away_from_a_page_that_was_kept_in_memory(
    chromium, tmp_path, live_site
):
    with tab(chromium, tmp_path, live_site) as page:
        page.goto("/en/search/?q=zebra")
        explain(page)
        page.locator("#explained .items h3 a").first.click()
        page.wait_for_selector("article.entry")
        page.locator("a.exit").click()
        page.wait_for_url(EXIT_URL)

        for _ in range(2):
            back(page)

            assert "Dry" in page.evaluate(SHOWN)
            assert SECRET not in page.content()


def test_back_inside_the_site_shows_the_letter_from_memory_too(
    chromium, tmp_path, live_site
):
    with tab(chromium, tmp_path, live_site) as page:
        explain(page)
        page.locator("#explained .items h3 a").first.click()
        page.wait_for_selector("article.entry")

        back(page)

        assert SECRET in page.locator("#explained .given").inner_text()


def test_in_an_older_browser_back_shows_no_letter_after_exit(
    chromium, tmp_path, live_site
):
    """Without the Navigation API Back shows a page of ours, but not from memory."""
    with tab(chromium, tmp_path, live_site) as page:
        page.add_init_script("delete window.navigation")
        page.goto("/en/check/")
        page.fill("#text", LETTER)
        wait_until(page, TEXT_IS_KEPT)
        page.evaluate("window.isKept = true")
        page.locator(".menu a").first.click()
        page.wait_for_selector("h1")
        page.locator("a.exit").click()
        page.wait_for_url(EXIT_URL)

        back(page)

        assert page.url == f"{live_site}/en/check/"
        assert not page.evaluate("window.isKept")
        assert page.input_value("#text") == ""
        assert SECRET not in page.content()
