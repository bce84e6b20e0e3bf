"""The text in other forms: what a document may say of one."""

import pytest

from glossary.document import MEDIA_TYPES, from_json, to_json
from glossary.errors import DocumentError
from tests.factories import document, section

FILM = {
    "kind": "bsl-video",
    "lang": "bfi",
    "address": "https://films.example/problem-profile",
    "made_by": "A company of Deaf signers",
    "made_on": "2026-05-03",
}


def with_rendering(**values):
    rendering = {name: value for name, value in {**FILM, **values}.items() if value}
    return document(languages={"en": section("a", renderings=[rendering])})


def refused(**values):
    """What is the matter with a rendering: the field, and the reason."""
    with pytest.raises(DocumentError) as caught:
        with_rendering(**values)
    (problem,) = caught.value.problems
    start = "/languages/en/renderings/0"
    assert problem.place.startswith(start)
    return problem.place.removeprefix(start), problem.detail


def test_a_rendering_is_at_an_address_or_in_a_file():
    checks = [{"role": "lived-experience", "signed_on": "2026-05-04"}]
    film = with_rendering(signed_off=checks)
    file = with_rendering(address=None, file="problem-profile.2.mp4")

    for given in (film, file):
        assert from_json(to_json(given)) == given
    (rendering,) = film.languages["en"].renderings
    assert rendering.signed_off[0].role == "lived-experience"


def test_it_may_be_checked_on_the_day_on_which_it_was_made():
    checks = [{"role": "editor", "signed_on": FILM["made_on"]}]
    (rendering,) = with_rendering(signed_off=checks).languages["en"].renderings

    assert rendering.signed_off[0].signed_on == rendering.made_on


def test_a_text_need_have_no_other_form():
    assert document().languages["en"].renderings == ()
    assert "renderings" not in to_json(document())


@pytest.mark.parametrize(
    ("values", "place", "reason"),
    [
        pytest.param({"file": "a.mp4"}, "", "not both", id="both"),
        pytest.param({"address": None}, "", "or a file", id="neither"),
        pytest.param(
            {"address": "http://films.example/"}, "/address", "https", id="no-https"
        ),
        pytest.param({"address": "films"}, "/address", "URL", id="no-address"),
        pytest.param({"kind": "poem"}, "/kind", "bsl-video", id="another-kind"),
        pytest.param({"lang": "British"}, "/lang", "pattern", id="no-code"),
        pytest.param({"made_by": None}, "/made_by", "required", id="by-nobody"),
        pytest.param({"made_on": "soon"}, "/made_on", "date", id="no-day"),
        pytest.param(
            {"signed_off": [{"role": "friend", "signed_on": "2026-05-04"}]},
            "/signed_off/0/role",
            "editor",
            id="another-role",
        ),
        pytest.param(
            {"signed_off": [{"role": "editor", "signed_on": "2026-05-02"}]},
            "",
            "not made yet",
            id="before-it-was-made",
        ),
        pytest.param({"size": 3}, "/size", "not permitted", id="more"),
    ],
)
def test_what_is_wrong_with_one_is_told(values, place, reason):
    where, detail = refused(**values)

    assert where == place
    assert reason in detail


def test_a_name_of_a_file_has_at_most_a_hundred_signs():
    longest = "a" * 96 + ".mp4"

    assert with_rendering(address=None, file=longest)
    where, _detail = refused(address=None, file=f"a{longest}")
    assert where == "/file"


@pytest.mark.parametrize(
    "file",
    [
        "../a.mp4",
        "a/b.mp4",
        ".mp4",
        "a.exe",
        "a.html",
        "A.mp4",
        "a b.mp4",
        "a.mp4.",
        "a",
    ],
)
def test_a_file_has_a_plain_name_of_a_known_kind(file):
    where, _detail = refused(address=None, file=file)

    assert where == "/file"


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        ("mp4", "video/mp4"),
        ("webm", "video/webm"),
        ("mp3", "audio/mpeg"),
        ("m4a", "audio/mp4"),
        ("ogg", "audio/ogg"),
        ("pdf", "application/pdf"),
        (
            "docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        ("brf", "text/plain"),
    ],
)
def test_a_file_of_each_kind_is_taken_and_is_what_browsers_call_it(ending, kind):
    given = with_rendering(address=None, file=f"a.b-c_d.{ending}")

    (rendering,) = given.languages["en"].renderings
    assert rendering.file == f"a.b-c_d.{ending}"
    assert MEDIA_TYPES[ending] == kind
