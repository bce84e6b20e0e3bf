"""The text in other forms: on the page of its entry, over REST, and its files."""

import pytest

from glossary.closed_lists import RenderingKind
from tests.factories import published, section
from tests.web.entry_page import ENGLISH, WELSH
from tests.web.html import read

pytestmark = pytest.mark.django_db

FILM = {
    "kind": "bsl-video",
    "lang": "bfi",
    "address": "https://films.example/a",
    "made_by": "Signers of Gwent",
    "made_on": "2026-05-03",
    "signed_off": [{"role": "lived-experience", "signed_on": "2026-05-04"}],
}
SOUND = {
    "kind": "audio",
    "lang": "cy",
    "file": "proffil.mp3",
    "made_by": "Recordwyr",
    "made_on": "2026-05-01",
}
CONTENT = bytes(range(200))


@pytest.fixture
def in_other_forms(db):
    english = section("problem profile", renderings=[SOUND, FILM])
    welsh = section("proffil problem", "cy", renderings=[SOUND])
    published(languages={"en": english, "cy": welsh})


@pytest.fixture
def folder(settings, tmp_path):
    (tmp_path / "proffil.mp3").write_bytes(CONTENT)
    (tmp_path / "secret.key").write_text("secret")
    settings.RENDERINGS_DIR = str(tmp_path)
    return tmp_path


def forms(site, path):
    return read(site.get(path).text).one("section", class_="renderings")


def test_the_page_leads_to_what_replaces_reading_first(site, in_other_forms):
    found = forms(site, ENGLISH)

    links = [(link.text, link.get("href")) for link in found.every("a")]
    assert links == [
        ("Watch it in British Sign Language", "https://films.example/a"),
        ("Listen to it", "/renderings/proffil.mp3"),
    ]
    assert {link.get("rel") for link in found.every("a")} == {"noreferrer"}
    assert "(Cymraeg)" in found.every("li")[1].text


def test_the_page_says_who_made_it_and_who_has_checked_it(site, in_other_forms):
    film, sound = forms(site, ENGLISH).every("li")

    assert "Signers of Gwent, 3 May 2026." in film.text
    assert "Signed off by a person with lived experience, 4 May 2026" in film.text
    assert "Nobody has checked this form" in sound.text


def test_a_welsh_page_says_it_in_welsh(site, in_other_forms):
    found = forms(site, WELSH)

    assert found.one("h2").text == "Mewn ffurfiau eraill"
    assert found.one("a").text == "Gwrandewch ar y testun"
    assert "Pwy a'i gwnaeth, a phryd: Recordwyr, 1 Mai 2026." in found.text
    assert "(Cymraeg)" not in found.text


def test_nothing_is_shown_where_there_is_none(site):
    published()

    for path in (ENGLISH, WELSH):
        assert not read(site.get(path).text).every("section", class_="renderings")


@pytest.mark.parametrize("kind", RenderingKind.values())
def test_every_kind_has_its_words_in_both_languages(site, kind):
    rendering = [{**FILM, "kind": kind}]
    words = [
        section(text, lang, renderings=rendering)
        for text, lang in (("problem profile", "en"), ("proffil problem", "cy"))
    ]
    published(languages=dict(zip(("en", "cy"), words, strict=True)))

    english, welsh = (forms(site, path).one("a").text for path in (ENGLISH, WELSH))

    assert english
    assert welsh
    assert english != welsh


def test_the_api_has_them(site, in_other_forms):
    entry = site.get("/api/v1/entries/problem-profile/").json

    film, sound = reversed(entry["languages"]["en"]["renderings"])
    assert film == {
        "kind": "bsl-video",
        "lang": "bfi",
        "url": "https://films.example/a",
        "made_by": "Signers of Gwent",
        "made_on": "2026-05-03",
        "signed_off": [{"role": "lived-experience", "signed_on": "2026-05-04"}],
    }
    assert sound["url"] == "http://testserver/renderings/proffil.mp3"
    assert sound["signed_off"] == []


@pytest.mark.parametrize(
    ("path", "none", "some"),
    [
        ("/en/accessibility/", "There is no British Sign", "the page leads to it"),
        ("/cy/hygyrchedd/", "Does dim fersiwn Iaith", "yn arwain ato"),
    ],
)
def test_the_site_says_whether_there_are_any(site, path, none, some):
    published("grooming")
    before = site.get(path).text
    published("grooming", languages={"en": section("grooming", renderings=[FILM])})
    after = site.get(path).text

    assert none in before
    assert some not in before
    assert some in after


def test_a_file_is_given_and_kept_by_no_browser(site, folder):
    answer = site.get("/renderings/proffil.mp3")

    assert (answer.status, answer.raw) == (200, CONTENT)
    assert answer.headers["content-type"] == "audio/mpeg"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-disposition"] == 'inline; filename="words.mp3"'
    assert answer.headers["accept-ranges"] == "bytes"
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        pytest.param("bytes=0-", 0, 200, id="all"),
        pytest.param("bytes=10-19", 10, 20, id="inside"),
        pytest.param("bytes=190-999", 190, 200, id="beyond-the-end"),
        pytest.param("bytes=-5", 195, 200, id="the-last"),
        pytest.param("bytes=-999", 0, 200, id="more-than-there-is"),
    ],
)
def test_a_player_gets_the_part_that_it_asks_for(site, folder, asked, start, end):
    answer = site.get("/renderings/proffil.mp3", range=asked)

    assert (answer.status, answer.raw) == (206, CONTENT[start:end])
    assert answer.headers["content-range"] == f"bytes {start}-{end - 1}/200"
    assert answer.headers["content-length"] == str(end - start)


@pytest.mark.parametrize("asked", ["bytes=200-", "bytes=5-4", "bytes=-0", "bytes=-"])
def test_a_part_that_is_not_there_is_refused(site, folder, asked):
    answer = site.get("/renderings/proffil.mp3", range=asked)

    assert (answer.status, answer.headers["content-range"]) == (416, "bytes */200")


@pytest.mark.parametrize("asked", ["lines=1-2", "bytes=0-1,5-6", "bytes=a-b"])
def test_what_is_no_part_is_the_whole(site, folder, asked):
    assert site.get("/renderings/proffil.mp3", range=asked).raw == CONTENT


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("none.mp3", 404),
        ("secret.key", 404),
        ("..%2Fsecret.key", 404),
        ("%2E%2E", 404),
        ("PROFFIL.MP3", 404),
        ("", 404),
    ],
)
def test_nothing_else_is_given(site, folder, path, status):
    answer = site.get(f"/renderings/{path}")

    assert answer.status == status
    assert b"secret" not in answer.body.replace(b"secret.key", b"")


def test_without_a_folder_there_are_no_files(site, settings):
    settings.RENDERINGS_DIR = None

    assert site.get("/renderings/proffil.mp3").status == 404
