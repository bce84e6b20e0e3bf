"""What a section is checked by is what its own language knows."""

import pytest

from glossary import languages
from glossary.errors import DocumentError
from tests.factories import document, section


@pytest.fixture
def welsh_letters(monkeypatch):
    """Let addresses in Welsh have a letter that those in English cannot have."""
    monkeypatch.setattr(type(languages.get("cy")), "slug_letters", "a-zŵ")


@pytest.mark.usefixtures("welsh_letters")
def test_an_address_is_written_in_the_letters_of_its_language():
    given = document(languages={"cy": section("dŵr", "cy", slug="dŵr-oer")})

    assert given.languages["cy"].slug == "dŵr-oer"


def test_a_text_that_names_no_address_is_at_the_key_of_its_entry():
    words = {lang: section("Cold water", lang) for lang in ("en", "cy")}
    del words["en"]["slug"]

    given = document("cold-water-1", languages=words).languages

    assert [given[lang].slug for lang in ("en", "cy")] == ["cold-water-1", "cold-water"]


@pytest.mark.usefixtures("welsh_letters")
@pytest.mark.parametrize(
    ("lang", "slug"),
    [("en", "dŵr-oer"), ("cy", "dŵr1"), ("cy", "dŵr--oer"), ("fr", "ŵ")],
)
def test_an_address_in_other_letters_is_refused_by_its_place(lang, slug):
    with pytest.raises(DocumentError) as caught:
        document(languages={lang: section("dŵr", lang, slug=slug)})

    (problem,) = caught.value.problems
    assert problem.place == f"/languages/{lang}/slug"
    assert problem.code == "string-pattern-mismatch"
    letters = languages.get("cy").slug_letters if lang == "cy" else "a-z0-9"
    assert f"'^[{letters}]+(?:-[{letters}]+)*$'" in problem.detail


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_a_grammar_that_its_language_has_not_is_refused_by_its_place(lang):
    words = section("dŵr", lang)
    words["terms"][0]["grammar"] = {"tone": "rising"}

    with pytest.raises(DocumentError) as caught:
        document(languages={lang: words})

    (problem,) = caught.value.problems
    assert problem.place == f"/languages/{lang}/terms/0/grammar/tone"
    assert problem.code == "extra-forbidden"
