"""Where the desk has a host of its own, each door is at its own hosts and no other."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest

from explainer import rsgi
from glossary.answers import REFUSAL
from glossary.doors import is_of_desk_alone, leads_to_desk, urlconf_for
from glossary.limits.costs import cost_of
from glossary.models import Act
from glossary.serving.environments import environment_of
from glossary.serving.sizes import size_for
from tests.contracts.test_two_front_doors import (
    COOKIES,
    DESK,
    DESK_PATHS,
    PUBLIC,
    PUBLIC_PATHS,
    open_status,
)
from tests.desk.browser import Browser
from tests.factories import named, person, published
from tests.review.writing import ENTRY, begun
from tests.serving.asking import Scope, ask
from tests.web.html import read

pytestmark = pytest.mark.django_db

READERS, OWN = "https://words.example", "https://desk.example"
PASSWORD = "three words of mine"
HERE = ("/desk/", "/static/")
_OF_LENGTH = {"content-length", "content-encoding", "etag", "vary"}
FILES = "/static/glossary/site.css"


@pytest.fixture(autouse=True)
def _two_hosts(settings):
    settings.DESK_ADDRESS = OWN
    settings.ALLOWED_HOSTS = ["words.example", ".example.org", "desk.example"]
    settings.ALLOWED_ADDRESSES = [*settings.ALLOWED_HOSTS, "desk.example:8443"]


@pytest.fixture
def anna():
    return person(*Act, name="anna", password=PASSWORD, is_superuser=True)


@pytest.fixture
def desk(doors, anna):
    """A browser with which Anna is signed in, at the desk's own host."""
    browser = Browser(doors, origin=OWN)
    assert browser.sign_in("anna", PASSWORD).status == 302
    return browser


def is_ordinary(answer):
    """Tell whether this is the page of the public door for what is not there."""
    return (
        answer.status == 404
        and answer.cookies == ()
        and "x-robots-tag" not in answer.headers
        and answer.headers["referrer-policy"] == "no-referrer"
    )


def is_of_desk(answer):
    return answer.headers["x-robots-tag"] == "noindex, nofollow"


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"])
def test_where_readers_are_nothing_tells_of_a_desk(doors, method):
    expected = doors.ask(method, f"{READERS}/dusk/en/", cookie=COOKIES).headers
    said = {name for name in expected if name not in _OF_LENGTH}
    for path in ["/desk", *DESK_PATHS]:
        answer = doors.ask(method, READERS + path, cookie=COOKIES)

        assert is_ordinary(answer), path
        assert {name for name in answer.headers if name not in _OF_LENGTH} == said
        assert {n: answer.headers[n] for n in said} == {n: expected[n] for n in said}
        assert "desk" not in answer.text.lower().replace(path, ""), path


@pytest.mark.parametrize("path", ["/desk/en/sign-in/", "/desk/en/write/entry/x/1/"])
def test_nor_does_what_it_costs_or_takes(path):
    assert size_for(path, "words.example").most == 0
    assert size_for(path, "desk.example").most > 0
    assert cost_of("POST", path, 0, host="words.example") == 1


def test_nor_do_crawlers_hear_of_it(doors):
    assert "desk" not in doors.get(f"{READERS}/robots.txt").text


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_where_the_desk_is_there_is_nothing_for_readers(doors, method):
    published("problem-profile")
    found: dict[int, set[str]] = {}
    for path in PUBLIC_PATHS:
        answer = doors.ask(method, OWN + path, cookie=COOKIES)

        assert is_of_desk(answer), path
        assert answer.cookies == ()
        assert answer.headers["cache-control"] == "no-store"
        found.setdefault(answer.status, set()).add(path)
    others = {} if method == "POST" else {302: {"/"}, 200: {"/robots.txt"}}
    assert found.keys() == {404, *others}
    assert {status: found[status] for status in others} == others
    assert len(doors._application.public.held) == 0


def test_the_first_page_of_that_host_leads_to_the_desk(doors):
    answer = doors.get(f"{OWN}/")

    assert (answer.status, answer.headers["location"]) == (302, "/desk/")


def test_crawlers_are_kept_out_of_all_of_it(doors):
    answer = doors.get(f"{OWN}/robots.txt")

    assert answer.text == "User-agent: *\nDisallow: /\n"
    assert answer.headers["content-type"].startswith("text/plain")


def test_what_is_not_there_leads_to_the_site_that_readers_see(doors):
    page = read(doors.get(f"{OWN}/en/terms/problem-profile/").text)

    assert page.one("h1").text == "There is no page here"
    leading = {one.get("href") for one in page.every("a")}
    assert any(re.fullmatch(r"https://words\.example/(en|cy)/", one) for one in leading)


def test_the_desk_is_there_as_it_is_elsewhere(doors):
    for path, name in DESK_PATHS.items():
        answer = doors.get(OWN + path)

        assert is_of_desk(answer)
        assert answer.status == (open_status(name) or 302), path


def test_its_files_are_there_too(doors):
    for host in (READERS, OWN):
        answer = doors.get(host + FILES)
        assert (answer.status, answer.headers["content-type"][:8]) == (200, "text/css")


@pytest.mark.parametrize(
    ("host", "is_desk"),
    [
        ("desk.example", True),
        ("DESK.Example", True),
        ("desk.example.", True),
        ("desk.example:443", True),
        ("desk.example:8443", True),
        ("DESK.EXAMPLE.:8443", True),
        ("words.example", False),
        ("desk.example.org", False),
        ("desk.example.words.example", False),
        ("words.example@desk.example", False),
        ("desk.example/", False),
        ("desk.example words.example", False),
        ("desk.example,words.example", False),
        ("desk.example:", False),
        ("desk.example:x", False),
        ("[::1]", False),
        ("xdesk.example", False),
        ("", False),
        (None, False),
    ],
)
@pytest.mark.parametrize("path", ["/", "/desk/", "/desk/en/sign-in/", "/en/"])
def test_the_host_says_through_which_door(host, is_desk, path):
    assert is_of_desk_alone(host) is is_desk
    assert leads_to_desk(path, host) is is_desk
    assert urlconf_for(path, host) == (DESK if is_desk else PUBLIC)


@pytest.mark.parametrize(
    "host", ["DESK.Example", "desk.example.", "desk.example:443", "desk.example:8443"]
)
def test_the_desk_answers_however_its_host_is_written(doors, host):
    answer = doors.get(f"https://{host}/desk/en/sign-in/")

    assert (answer.status, is_of_desk(answer)) == (200, True)


@pytest.mark.parametrize(
    "host", ["WORDS.example", "words.example.", "words.example:443", "a.example.org"]
)
def test_readers_find_no_desk_however_they_write_theirs(doors, host):
    assert is_ordinary(doors.get(f"https://{host}/desk/en/sign-in/"))


@pytest.mark.parametrize(
    "host",
    ["elsewhere.example", "desk.example:8000", "desk.example.elsewhere.example", "a b"],
)
@pytest.mark.parametrize("path", ["/desk/en/sign-in/", "/en/"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_host_that_is_nobodys_is_refused(doors, host, path, method):
    answer = doors.ask(method, f"{OWN}{path}", host=host)

    assert answer.status == 400
    assert answer.cookies == ()


@pytest.mark.parametrize("header", ["x_forwarded_host", "x_host", "forwarded"])
def test_what_a_sender_says_beside_the_host_changes_no_door(doors, header):
    said = "host=desk.example" if header == "forwarded" else "desk.example"

    assert is_ordinary(doors.get(f"{READERS}/desk/en/sign-in/", **{header: said}))
    said = said.replace("desk.", "words.")
    answer = doors.get(f"{OWN}/en/", **{header: said})
    assert (answer.status, is_of_desk(answer)) == (404, True)


@pytest.mark.parametrize("path", ["/en/", "/en/terms/problem-profile/", "/api/v1/"])
def test_what_is_held_for_readers_is_not_given_at_the_desk(doors, path):
    published("problem-profile")
    assert doors.get(READERS + path).status == doors.get(READERS + path).status == 200
    assert len(doors._application.public.held)

    assert doors.get(OWN + path).status == 404
    assert doors.get(READERS + path).status == 200


def test_the_server_holds_nothing_of_that_host(application, serving, settings):
    settings.ALLOWED_HOSTS = ["testserver", "desk.example"]
    application.holds = ("/",)
    for host in ("testserver", "desk.example", "DESK.example.", "testserver"):
        ask(serving, Scope(path="/en/", hosts=(host,)))

    assert application.asked == 3
    assert serving._board.read() == [("http", "testserver")]


@pytest.fixture
def application():
    from tests.serving.asking import Application

    return Application()


@pytest.fixture
def serving(application, monkeypatch):
    from glossary.serving import service
    from tests.serving.asking import VERSION, service_for

    monkeypatch.setattr(service, "present_at_hand", lambda: VERSION)
    return service_for(application)


@pytest.mark.parametrize(
    ("host", "path", "is_desk"),
    [
        ("desk.example", "/en/", True),
        ("words.example", "/desk/en/", False),
    ],
)
def test_without_a_thread_each_host_refuses_in_its_own_words(host, path, is_desk):
    environ = {**environment_of(Scope(path=path, hosts=(host,))), REFUSAL: "busy"}

    headers = dict(rsgi._refuse(environ).headers)

    assert ("X-Robots-Tag" in headers) is is_desk


def test_its_cookies_are_for_that_host_and_secure(desk):
    assert all(
        (one["domain"], one["path"], one["secure"]) == ("", "/desk/", True)
        for one in desk.jar.values()
    )
    assert len(desk.jar) == 2


def test_who_is_signed_in_there_is_nobody_where_readers_are(doors, desk):
    cookie = "; ".join(f"{name}={one.value}" for name, one in desk.jar.items())

    assert desk.get("/desk/en/").status == 200
    assert is_ordinary(doors.get(f"{READERS}/desk/en/", cookie=cookie))


@pytest.mark.parametrize("origin", [READERS, "http://desk.example", "null"])
def test_no_form_of_another_origin_is_taken(desk, origin):
    answer = desk.send("/desk/en/", {}, to="/desk/en/sign-out/", origin=origin)

    assert answer.status == 403


def test_over_plain_http_it_refuses_as_elsewhere(doors):
    answer = doors.get("http://desk.example/desk/en/sign-in/")

    assert (answer.status, answer.cookies) == (403, ())


def test_nobody_is_led_from_the_form_to_another_host(doors, anna):
    browser = Browser(doors, origin=OWN)
    page = f"/desk/en/sign-in/?next={READERS}/en/"

    answer = browser.sign_in("anna", PASSWORD, page)

    assert answer.headers["location"] == "/desk/en/"


def test_who_wanted_a_page_comes_to_it(doors, anna):
    browser = Browser(doors, origin=OWN)

    answer = browser.sign_in(
        "anna", PASSWORD, "/desk/en/sign-in/?next=/desk/en/publish/"
    )

    assert answer.headers["location"] == "/desk/en/publish/"


def test_no_page_of_the_desk_leads_to_what_is_not_at_its_host(desk, anna):
    published(ENTRY)
    assert begun(anna).number == 2
    seen = 0
    for path in DESK_PATHS:
        about = path.replace("/x/", "/entry/", 1).replace("/x/", f"/{ENTRY}/")
        answer = desk.get(about.replace("/1/", "/2/"))
        seen += answer.status == 200
        inside = [link for link in links(answer) if not urlsplit(link).netloc]
        assert [link for link in inside if not link.startswith(HERE)] == [], path
    assert seen > 40


def links(answer):
    """Return what a page leads to, but places on itself."""
    if "text/html" not in answer.headers["content-type"]:
        return []
    page = read(answer.text)
    found = [one.get("href") for name in ("a", "link") for one in page.every(name)]
    found += [one.get("action") for one in page.every("form")]
    return [one for one in found if one and one[0] not in "#?"]


def test_a_preview_leads_to_the_pages_of_readers(desk, anna):
    published("problem-profile")
    row = begun(anna)
    path = f"/desk/en/preview/entry/{row.key}/{row.number}/"

    answer = desk.get(path)

    found = links(answer)
    assert f"{READERS}/en/help/" in found
    assert f"{READERS}/en/search/" in found
    assert all(urlsplit(one).netloc or one.startswith(HERE) for one in found)
    assert "desk.example" not in answer.text
    policy = answer.headers["content-security-policy"]
    assert f"form-action 'self' {READERS};" in policy


def test_a_text_leads_to_the_page_that_readers_have_of_it(desk):
    published(ENTRY)
    name = named(ENTRY)

    found = links(desk.get(f"/desk/en/document/{name.kind}/{name.key}/"))

    assert f"{READERS}/en/terms/{ENTRY}/" in found


def test_what_somebody_types_is_never_changed(desk, anna):
    row = begun(anna, en='See href="/en/about/" here.')
    page = desk.get(f"/desk/en/write/entry/{row.key}/{row.number}/")

    assert 'See href="/en/about/" here.' in read(page.text).one("body").text


def test_passkeys_are_for_that_host(anna):
    from glossary.second_factors.passkeys import options_to_show

    assert options_to_show(anna)[0]["rpId"] == "desk.example"


def test_a_page_says_at_which_address_passkeys_work(doors):
    page = doors.get(f"{OWN}/desk/en/sign-in/").text

    assert f'data-site="{OWN}"' in page


@pytest.mark.parametrize("host", ["testserver", "words.example", "desk.example", None])
@pytest.mark.parametrize("path", ["/desk/", "/en/"])
def test_without_such_a_host_the_path_alone_says_it(settings, host, path):
    settings.DESK_ADDRESS = ""

    assert leads_to_desk(path, host) is (path == "/desk/")


def test_where_the_desk_is_switched_off_it_has_no_host_either(settings):
    settings.DESK = False

    assert not leads_to_desk("/desk/", "desk.example")
    assert not is_of_desk_alone("desk.example")
