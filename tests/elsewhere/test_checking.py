"""Other sites are asked whether pages are there: politely, safely, and not for ever."""

from __future__ import annotations

from dataclasses import replace

import pytest

from glossary.elsewhere import Found, Verdict, ask, check_addresses
from glossary.elsewhere.hosts import NotPublicError, is_public, public_address
from tests.elsewhere.conftest import HERE

AGENT = "PlainWords-check-links/1 (+https://words.example)"


def check(limits, *urls, before=None):
    named = dict.fromkeys(urls, ("source/a",))
    found = check_addresses(named, agent=AGENT, before=before or {}, limits=limits)
    return {row.address: row for row in found}


def verdict(there, limits, page):
    there.pages["/page"] = page
    return check(limits, there.at("/page"))[there.at("/page")]


@pytest.mark.parametrize(
    ("page", "expected", "asked"),
    [
        (200, Verdict.WORKS, ["HEAD"]),
        (204, Verdict.WORKS, ["HEAD"]),
        ({"GET": 200}, Verdict.WORKS, ["HEAD", "GET"]),
        ({"HEAD": 403, "GET": 200}, Verdict.WORKS, ["HEAD", "GET"]),
        ({"HEAD": 404, "GET": 200}, Verdict.WORKS, ["HEAD", "GET"]),
        ({"HEAD": 0, "GET": 200}, Verdict.WORKS, ["HEAD", "GET"]),
        (404, Verdict.DEAD, ["HEAD", "GET"]),
        (410, Verdict.DEAD, ["HEAD", "GET"]),
        (403, Verdict.UNSURE, ["HEAD", "GET"]),
        (429, Verdict.UNSURE, ["HEAD", "GET"]),
        (500, Verdict.UNSURE, ["HEAD", "GET"]),
        (0, Verdict.UNSURE, ["HEAD", "GET"]),
        ((302, ""), Verdict.UNSURE, ["HEAD"]),
    ],
)
def test_what_a_page_answers_says_how_it_stands(there, limits, page, expected, asked):
    row = verdict(there, limits, page)

    assert row.verdict == expected
    assert there.asked == [f"{method} /page" for method in asked]
    assert bool(row.answered_on) == (expected == Verdict.WORKS)
    assert row.asked_on


@pytest.mark.parametrize(
    ("steps", "expected", "has_moved"),
    [
        ([301], Verdict.MOVED, True),
        ([308, 301], Verdict.MOVED, True),
        ([302], Verdict.WORKS, False),
        ([301, 307], Verdict.WORKS, False),
        ([301] * 5, Verdict.MOVED, True),
        ([301] * 6, Verdict.UNSURE, False),
    ],
)
def test_redirects_are_followed_to_their_end(there, limits, steps, expected, has_moved):
    there.pages[f"/{len(steps)}"] = 200
    for number, status in enumerate(steps):
        there.pages[f"/{number}"] = (status, f"/{number + 1}")

    row = check(limits, there.at("/0"))[there.at("/0")]

    assert row.verdict == expected
    assert row.moved_to == (there.at(f"/{len(steps)}") if has_moved else "")


def test_a_redirect_in_a_ring_comes_to_an_end(there, limits):
    row = verdict(there, limits, (301, "/page"))

    assert (row.verdict, row.problem) == (Verdict.UNSURE, "too-many-redirects")


def test_a_redirect_to_what_is_gone_is_dead(there, limits):
    assert verdict(there, limits, (301, "/nowhere")).verdict == Verdict.DEAD


@pytest.mark.parametrize(
    "location",
    [
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00::1]/",
        "file:///etc/passwd",
        "ftp://example.org/",
        "http://[broken/",
        "http://user:word@127.0.0.1/",
    ],
)
def test_a_redirect_leads_nowhere_but_to_public_pages(there, limits, location):
    row = verdict(there, limits, (301, location))

    assert row.verdict == Verdict.DEAD
    assert row.problem in {"not-public", "no-address"}
    assert there.asked == ["HEAD /page"]


def test_without_an_allowance_this_machine_is_not_asked(there, limits):
    row = check(replace(limits, allowed=()), there.at("/"))[there.at("/")]

    assert (row.verdict, row.problem) == (Verdict.DEAD, "not-public")
    assert there.asked == []


def test_who_asks_says_so_and_has_no_cookies(there, limits):
    there.pages |= {"/a": (302, "/b"), "/b": 200}

    check(limits, there.at("/a"))

    assert [row["User-Agent"] for row in there.headers] == [AGENT, AGENT]
    assert not any("Cookie" in row for row in there.headers)


def test_one_host_is_asked_a_second_apart(there, limits, time):
    there.pages |= {"/a": 200, "/b": {"GET": 200}, "/c": 200}

    check(limits, *map(there.at, ("/a", "/b", "/c")))

    assert len(there.asked) == 4
    assert time.slept == [1.0, 1.0, 1.0]


def test_another_host_is_asked_meanwhile(there, limits, time, monkeypatch):
    there.pages |= {"/a": 200, "/b": 200, "/c": 200}
    monkeypatch.setattr("glossary.elsewhere.asking.public_address", lambda *_: HERE)
    urls = [there.at("/a"), there.at("/b"), there.at("/c", host="other.example")]

    check(limits, *urls)

    assert there.asked == ["HEAD /a", "HEAD /c", "HEAD /b"]
    assert time.slept == [1.0]


def test_no_more_are_asked_than_is_said_and_the_rest_comes_first_next_time(
    there, limits
):
    there.pages |= {"/a": 200, "/b": 200}
    urls = [there.at("/a"), there.at("/b")]

    first = check(replace(limits, most=1), *urls)
    assert [row.verdict for row in first.values()] == ["works", "not-asked"]
    there.asked.clear()

    second = check(replace(limits, most=1), *urls, before=first)

    assert there.asked == ["HEAD /b"]
    assert second[urls[0]].verdict == Verdict.NOT_ASKED
    assert second[urls[0]].answered_on == first[urls[0]].answered_on


def test_it_ends_when_its_time_is_over(there, limits):
    there.pages |= {"/a": 200, "/b": 200, "/c": 200}
    urls = map(there.at, ("/a", "/b", "/c"))

    found = check(replace(limits, seconds=1.5), *urls)

    assert [row.verdict for row in found.values()] == ["works", "works", "not-asked"]


def test_a_page_that_is_away_keeps_the_day_on_which_it_was_there(there, limits):
    url = there.at("/page")
    before = {url: Found(url, Verdict.WORKS, (), answered_on="2026-01-01")}
    there.pages["/page"] = 500

    row = check(limits, url, before=before)[url]

    assert row.answered_on == "2026-01-01"


def test_a_server_that_says_nothing_is_given_up(limits, monkeypatch):
    import socket

    monkeypatch.setattr("glossary.elsewhere.asking.LONGEST_WAIT", 0.2)
    with socket.create_server((HERE, 0)) as silent:
        url = f"http://{HERE}:{silent.getsockname()[1]}/"
        row = check(limits, url)[url]

    assert (row.verdict, row.problem) == (Verdict.UNSURE, "silent")


def test_a_server_without_tls_is_no_safe_page(there):
    url = there.at("/").replace("http:", "https:")

    answer = ask(url, method="HEAD", agent=AGENT, allowed={HERE})

    assert answer.problem == "certificate"


def test_signs_of_any_kind_are_written_as_addresses_have_them(there, limits):
    url = there.at("/p%C3%A2n/é?a=b c&d=%20")

    check(limits, url)

    assert there.asked[0] == "HEAD /p%C3%A2n/%C3%A9?a=b%20c&d=%20"


# What is on the public net


@pytest.mark.parametrize(
    "text",
    [
        "127.0.0.1",
        "0.0.0.0",  # noqa: S104 (an address that is refused)
        "10.1.2.3",
        "172.16.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:7f00:1::",
    ],
)
def test_what_is_not_public_is_known(text):
    assert not is_public(text)


@pytest.mark.parametrize("text", ["8.8.8.8", "2001:4860:4860::8888", "51.140.0.1"])
def test_what_is_public_is_known(text):
    assert is_public(text)


def test_a_name_of_which_one_address_is_private_is_refused(monkeypatch):
    rows = [(2, 1, 6, "", ("8.8.8.8", 80)), (2, 1, 6, "", ("10.0.0.1", 80))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: rows)

    with pytest.raises(NotPublicError, match="not-public"):
        public_address("sly.example", 80)


def test_a_name_that_nobody_has_is_dead(limits, monkeypatch):
    def nobody(*_, **__):
        raise OSError

    monkeypatch.setattr("socket.getaddrinfo", nobody)

    row = check(limits, "https://nobody.example/")["https://nobody.example/"]

    assert (row.verdict, row.problem) == (Verdict.DEAD, "no-such-host")
