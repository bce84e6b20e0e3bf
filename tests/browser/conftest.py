"""A running site for the session, a browser for a module, a reader for a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser import server
from tests.browser.reader import LOCAL, Reader, chromium_browser
from tests.browser.tabs import Tabs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory):
    """Where the running site keeps its database and its files."""
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="session")
def live_site(site_folder) -> Iterator[str]:
    """The address of a running site with the starter glossary and rare states."""
    with server.starter_site(site_folder) as address:
        server.publish_rare_states(site_folder)
        yield address


@pytest.fixture(scope="session")
def broken_site(live_site, site_folder) -> Iterator[str]:
    """The address of a site whose database cannot be reached."""
    with server.broken_site(site_folder) as address:
        yield address


# A module's, not the session's: while Playwright runs, Django refuses its database
# to the other tests.
@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """A running Chromium."""
    with chromium_browser(chromium) as browser:
        yield browser


@pytest.fixture(scope="module")
def local_browser(chromium: str) -> Iterator[Browser]:
    """A Chromium that finds this machine by its name: passkeys need one."""
    with chromium_browser(chromium, LOCAL) as browser:
        yield browser


@pytest.fixture(scope="module")
def seats(browser: Browser, live_site: str) -> Iterator[Callable[..., Reader]]:
    """Readers who stay for a module: one for each device, always in the same tab."""
    taken: dict[str, Reader] = {}

    def seat(**options) -> Reader:
        device = repr(sorted(options.items()))
        if device not in taken:
            taken[device] = Reader(browser, live_site, stays=True, **options)
        return taken[device]

    yield seat
    for reader in taken.values():
        reader.close()


@pytest.fixture
def browse(seats) -> Iterator[Callable[..., Page]]:
    """Open a page where it does not matter what was open before: that is quicker."""
    used = []

    def open_page(path: str, status: int = 200, **options) -> Page:
        reader = seats(**options)
        reader.faults.clear()
        used.append(reader)
        reader.page.emulate_media(media="null")
        return reader.open(path, status)

    yield open_page
    for reader in used:
        reader.forget_listeners()
    assert [fault for reader in used for fault in reader.faults] == []


@pytest.fixture(scope="module")
def tabs(browser: Browser) -> Iterator[Tabs]:
    """Where somebody sits down after somebody else, and finds the tab as new."""
    tabs = Tabs(browser)
    yield tabs
    tabs.close()


@pytest.fixture
def visit(tabs: Tabs, live_site: str) -> Iterator[Callable[..., Reader]]:
    """Let somebody come to the site; in the end, nothing bad may have happened."""
    readers = []

    def arrive(address: str = live_site, **options) -> Reader:
        readers.append(tabs.take(address, **options))
        return readers[-1]

    yield arrive
    faults = [fault for reader in readers for fault in reader.faults]
    for reader in readers:
        tabs.leave(reader)
    assert faults == []


@pytest.fixture
def reader(visit) -> Reader:
    """Somebody at a desktop."""
    return visit()


@pytest.fixture
def stranger(browser: Browser, live_site: str) -> Iterator[Reader]:
    """Somebody at a desktop where nobody has been before."""
    reader = Reader(browser, live_site)
    yield reader
    reader.close()
    assert reader.faults == []
