"""An address on paper: typed as it stands there, it leads where it was printed."""

import re

import pytest
import segno

from glossary import languages
from glossary.document import short_code
from glossary.web.parts.short_address import short_address
from tests.factories import published, withdrawn
from tests.web.html import read

pytestmark = pytest.mark.django_db

GROOMING, PROFILE = short_code("grooming"), short_code("problem-profile")
BOTH = f"{GROOMING}-{PROFILE}"
ENTRY = {
    "en": "/en/terms/grooming/",
    "cy": "/cy/termau/meithrin-perthynas-amhriodol/",
}
LEAFLET = {
    "en": f"/en/leaflet/?t={GROOMING},{PROFILE}",
    "cy": f"/cy/taflen/?t={GROOMING},{PROFILE}",
}
OTHER = {"en": "cy", "cy": "en"}


@pytest.fixture(autouse=True)
def entries():
    for entry_id in ("problem-profile", "grooming"):
        published(entry_id)


def leads(site, address, **headers):
    answer = site.get(address, **headers)
    assert answer.status == 302, address
    return answer.headers["location"]


@pytest.mark.parametrize("lang", languages.codes())
@pytest.mark.parametrize(
    "written",
    [
        pytest.param("/t/{code}/{lang}", id="as-printed"),
        pytest.param("/t/{code}/{lang}/", id="with-a-slash"),
        pytest.param("/T/{CODE}/{LANG}", id="in-capitals"),
        pytest.param("/T/{CODE}/{lang}/", id="in-both"),
    ],
)
@pytest.mark.parametrize(("code", "there"), [(GROOMING, ENTRY), (BOTH, LEAFLET)])
def test_it_leads_to_its_language_whatever_the_browser_asks_for(
    site, lang, written, code, there
):
    address = written.format(code=code, CODE=code.upper(), lang=lang, LANG=lang.upper())

    answer = site.get(address, accept_language=OTHER[lang])

    assert (answer.status, answer.headers["location"]) == (302, there[lang])
    assert "Accept-Language" not in answer.headers["vary"]


@pytest.mark.parametrize(("code", "there"), [(GROOMING, ENTRY), (BOTH, LEAFLET)])
@pytest.mark.parametrize("written", ["/t/{}", "/t/{}/", "/T/{}"])
@pytest.mark.parametrize(("asked", "lang"), [("cy", "cy"), ("de", "en")])
def test_without_a_language_it_leads_to_the_readers(
    site, code, there, written, asked, lang
):
    answer = site.get(written.format(code), accept_language=asked)

    assert answer.headers["location"] == there[lang]
    assert "Accept-Language" in answer.headers["vary"]


@pytest.mark.parametrize(
    "address",
    ["/t/nothing/", "/t/zzz-yyy/", "/t/nothing/cy", f"/t/{GROOMING}/fr", "/t/", "/t/-"],
)
def test_what_leads_nowhere_is_not_found(site, address):
    assert site.get(address).status == 404


def test_a_word_that_is_gone_is_left_out_of_a_set(site):
    withdrawn("grooming")

    assert leads(site, f"/t/{BOTH}/en") == f"/en/leaflet/?t={PROFILE}"


def test_one_that_is_gone_leads_to_where_that_is_said(site):
    withdrawn("grooming")

    assert leads(site, f"/t/{GROOMING}/cy") == ENTRY["cy"]


def test_the_code_is_of_capitals_because_that_needs_fewer_squares():
    address = short_address([GROOMING], "cy", site="https://words.example")

    squares = int(re.findall(r'width="(\d+)"', address.picture)[0])

    assert address.text == f"https://words.example/t/{GROOMING}/cy"
    assert (
        squares
        == segno.make(address.text.upper(), micro=False).symbol_size(border=2)[0]
    )
    assert squares < segno.make(address.text, micro=False).symbol_size(border=2)[0]


@pytest.mark.parametrize("lang", languages.codes())
def test_an_entry_shows_copies_and_codes_the_address_in_its_language(site, lang):
    page = read(site.get(ENTRY[lang]).text)

    address = f"http://testserver/t/{GROOMING}/{lang}"
    assert page.one("a", class_="address").get("href") == address
    assert [
        one.get("data-copy") for one in page.every("button") if one.get("data-copy")
    ] == [address]
    code = short_address([GROOMING], lang, site="http://testserver").code
    assert page.one("svg", class_="qr").one("path").get("d") in code


@pytest.mark.parametrize("lang", languages.codes())
def test_a_leaflet_shows_and_codes_the_address_in_its_language(site, lang):
    page = read(site.get(LEAFLET[lang]).text)

    address = short_address([GROOMING, PROFILE], lang, site="http://testserver")
    (shown,) = page.one("div", class_="sheet-foot").every("a", class_="address")
    assert shown.get("href") == address.text
    assert page.one("svg", class_="qr").one("path").get("d") in address.code


def test_a_leaflet_in_both_has_an_address_and_a_code_for_each(site):
    page = read(site.get(f"{LEAFLET['cy']}&both=1").text)
    foot = page.one("div", class_="sheet-foot")

    shown = [(one.lang, one.get("href")[-3:]) for one in foot.every("a")]
    assert shown == [("cy", "/cy"), ("en", "/en")]
    assert len(foot.every("svg")) == 2


def test_the_address_of_an_entry_may_be_typed_in_capitals(site):
    answer = site.get("/en/terms/GROOMING/")

    assert (answer.status, answer.headers["location"]) == (308, ENTRY["en"])
