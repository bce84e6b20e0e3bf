"""Mutated forms of Welsh terms: which there are, and which there are not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.languages import SurfaceForm, TermFacts
from glossary.languages.welsh import language
from glossary.text import fold

ONSETS = """
    p t c b d g m ll rh ch dd ff ph th f h j l n r s pr pl tr tl cr cl cn br bl dr gr
    gl gw gn chw ts a e i o u w y â ê î ô û ŵ ŷ
""".split()
WELSH_WORD = st.builds(
    "{}{}{}".format,
    st.sampled_from(ONSETS),
    st.sampled_from("aeiouwy"),
    st.text("aeiouwyclnrst", min_size=1),
)
BOTH_CASES = WELSH_WORD | WELSH_WORD.map(str.capitalize)


def forms(text: str, **facts: Any) -> dict[str, str]:
    found = language.surface_forms(TermFacts(text, **facts))
    return {form.name: form.text for form in found}


def spellings(text: str, **facts: Any) -> set[str]:
    return {form.text for form in language.surface_forms(TermFacts(text, **facts))}


@pytest.mark.parametrize(
    ("radical", "soft", "nasal", "aspirate"),
    [
        ("plant", "blant", "mhlant", "phlant"),
        ("troseddwr", "droseddwr", "nhroseddwr", "throseddwr"),
        ("camfanteisio", "gamfanteisio", "nghamfanteisio", "chamfanteisio"),
        ("bechnïwr", "fechnïwr", "mechnïwr", None),
        ("dioddefwr", "ddioddefwr", "nioddefwr", None),
        ("gwasanaeth", "wasanaeth", "ngwasanaeth", None),
        ("mechnïaeth", "fechnïaeth", None, None),
        ("llys", "lys", None, None),
        ("rhaglen", "raglen", None, None),
        ("Caerdydd", "Gaerdydd", "Nghaerdydd", "Chaerdydd"),
        ("Llys y Goron", "Lys y Goron", None, None),
        ("Rhaglen Hydrant", "Raglen Hydrant", None, None),
        ("Gŵyl", "Ŵyl", "Ngŵyl", None),
        ("glas", "las", "nglas", None),
        ("gnoi", None, "ngnoi", None),
        ("prif gwnstabl", "brif gwnstabl", "mhrif gwnstabl", "phrif gwnstabl"),
    ],
    ids=lambda word: word,
)
def test_the_table_of_mutations(radical, soft, nasal, aspirate):
    expected = {
        "exact": radical,
        "soft-mutation": soft,
        "nasal-mutation": nasal,
        "aspirate-mutation": aspirate,
    }

    assert forms(radical) == {name: form for name, form in expected.items() if form}


@pytest.mark.parametrize(
    ("radical", "changed"),
    [
        ("uned", "huned"),
        ("Arolygiaeth", "Harolygiaeth"),
        ("iaith", "hiaith"),
        ("ymgyrch", "hymgyrch"),
        ("ŵyr", "hŵyr"),
        ("wyneb", "hwyneb"),
        ("ywen", "hywen"),
    ],
)
def test_a_vowel_takes_h(radical, changed):
    assert forms(radical) == {"exact": radical, "h-prothesis": changed}


@pytest.mark.parametrize(
    "radical",
    """
    chwaer ddoe ffactor ngraff phisig theatr tsips ghetto fory heddlu jam lamp
    naid sarhad wal yoga 101 C
    """.split(),
)
def test_what_never_mutates(radical):
    assert forms(radical) == {"exact": radical}


@pytest.mark.parametrize(
    ("term", "found"),
    [
        ("plentyn", {"blentyn", "mhlentyn", "phlentyn"}),
        ("cam-drin", {"gam-drin", "cham-drin", "ngham-drin"}),
        ("Cam-drin Plant", {"Gam-drin Plant", "Ngham-drin Plant"}),
        ("cudd-wybodaeth", {"gudd-wybodaeth", "chudd-wybodaeth"}),
        ("cam-fanteisio", {"gam-fanteisio", "ngham-fanteisio"}),
        ("camfanteisio'n rhywiol ar blant", {"gamfanteisio'n rhywiol ar blant"}),
        ("uned troseddau cyfundrefnol ranbarthol", set()),
        ("Cwnstabliaeth a Gwasanaethau", {"Gwnstabliaeth a Gwasanaethau"}),
        ("y Prif Grwner", {"Prif Grwner", "Brif Grwner"}),
        ("yr Arglwydd Brif Ustus", {"Arglwydd Brif Ustus", "Harglwydd Brif Ustus"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_must_match(term, found):
    assert {term, *found} <= spellings(term)


@pytest.mark.parametrize(
    ("term", "never"),
    [
        ("cam-drin", {"gham-drin", "mam-drin", "am-drin"}),
        ("y Coleg", {"hy Coleg", "Hy Coleg"}),
        ("Swyddfa Gartref", {"Swyddfa Cartref", "Hwyddfa Gartref"}),
        ("comisiynydd heddlu a throseddu", {"gomisiynydd heddlu a droseddu"}),
        ("chwaer", {"ghwaer", "gwaer", "nghhwaer"}),
        ("tsips", {"dsips", "nhsips", "thsips"}),
        ("uned", {"guned", "nuned"}),
        ("heddlu", {"eddlu"}),
        ("llys", {"llhys", "ys"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_must_not_match(term, never):
    assert not never & spellings(term)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("CHTh", {"type": "acronym"}),
        ("CPD", {"type": "abbreviation"}),
        ("ADR", {"type": "acronym"}),
        ("Cofrestr", {"type": "abbreviation"}),
        ("Makesafe", {"grammar": {"mutates": False}}),
        ("CSE Taskforce", {}),
        ("DfE", {}),
        ("CPS-arweiniedig", {"type": "acronym"}),
    ],
)
def test_acronyms_and_steady_names_keep_their_first_letter(text, facts):
    found = language.surface_forms(TermFacts(text, plural=f"{text}au", **facts))

    assert {form.name for form in found} <= {"exact", "variant", "plural"}


def test_mutations_that_are_other_words_are_marked_nowhere():
    given = TermFacts("Bil", plural="biliau", grammar={"match_mutated": False})
    marked = {form.text for form in language.surface_forms(given) if form.is_marked}
    found = {form.text for form in language.surface_forms(given)}

    assert marked == {"Bil", "biliau"}
    assert {"Fil", "Mil", "filiau"} <= found


def test_a_plural_is_the_stored_one_and_mutates_too():
    unit = forms(
        "uned troseddau cyfundrefnol ranbarthol",
        plural="unedau troseddau cyfundrefnol rhanbarthol",
    )
    child = forms("plentyn", plural="plant")

    assert unit == {
        "exact": "uned troseddau cyfundrefnol ranbarthol",
        "h-prothesis": "huned troseddau cyfundrefnol ranbarthol",
        "plural": "unedau troseddau cyfundrefnol rhanbarthol",
        "plural-h-prothesis": "hunedau troseddau cyfundrefnol rhanbarthol",
    }
    assert child["plural-soft-mutation"] == "blant"
    assert child["plural-nasal-mutation"] == "mhlant"
    assert child["plural-aspirate-mutation"] == "phlant"


def test_a_plural_that_is_the_term_adds_nothing():
    same = "dioddefwyr a goroeswyr"

    assert spellings(same, plural=same) == spellings(same)


@pytest.mark.parametrize(
    ("code", "variants"),
    [
        ("ADR149", {"ADR 149"}),
        ("ADR 149", {"ADR149"}),
        ("ADR-149", {"ADR 149", "ADR149"}),
        ("149A", {"149 A"}),
        ("ADR", set()),
    ],
)
def test_a_code_is_found_with_and_without_a_space(code, variants):
    found = language.surface_forms(TermFacts(code, type="code"))

    assert found[0] == SurfaceForm(code, "exact")
    assert {form.text for form in found[1:]} == variants
    assert {form.name for form in found[1:]} <= {"variant"}


def test_a_range_of_years_is_left_alone():
    assert "2014 15 cynllun" not in spellings("2014-15 cynllun")


@pytest.mark.parametrize(
    ("surface", "radical"),
    [
        ("blant", "plant"),
        ("phlant", "plant"),
        ("mhlant", "plant"),
        ("gamfanteisio", "camfanteisio"),
        ("chamfanteisio", "camfanteisio"),
        ("nghamfanteisio", "camfanteisio"),
        ("raglen", "rhaglen"),
        ("lys", "llys"),
        ("ddioddefwr", "dioddefwr"),
        ("nioddefwr", "dioddefwr"),
        ("fechnïaeth", "mechniaeth"),
        ("Fangor", "bangor"),
        ("wasanaeth", "gwasanaeth"),
        ("ngwasanaeth", "gwasanaeth"),
        ("ardd", "gardd"),
        ("las", "glas"),
        ("ramadeg", "gramadeg"),
        ("huned", "uned"),
        ("gam-drin", "cam-drin"),
        ("cham-drin", "cam-drin"),
        ("ngham-drin", "cam-drin"),
    ],
)
def test_radicals_of_a_mutated_word(surface, radical):
    assert radical in language.radicals(surface)


@pytest.mark.parametrize("word", ["gham-drin", "ffrind", "llys", "rhaglen", "jam", ""])
def test_words_that_are_no_mutation(word):
    assert language.radicals(word) == ()


@given(BOTH_CASES)
def test_every_mutated_form_leads_back_to_its_radical(word):
    forms = language.surface_forms(TermFacts(word))

    assert forms[0].text == word
    assert [
        form.text
        for form in forms
        if form.name not in {"exact", "variant"}
        and fold(word) not in language.radicals(form.text)
    ] == []


@given(BOTH_CASES, BOTH_CASES)
def test_forms_are_few_and_different(word, plural):
    found = language.surface_forms(TermFacts(f"{word} arall", plural=plural))

    assert len({form.text for form in found}) == len(found) <= 8
    assert found[0] == SurfaceForm(f"{word} arall", "exact")


@given(BOTH_CASES)
def test_a_capital_stays_a_capital(word):
    forms = language.surface_forms(TermFacts(word))

    assert {form.text[0].isupper() for form in forms} == {word[0].isupper()}


@given(st.text(min_size=1))
def test_any_text_has_itself_as_its_first_form(text):
    assert language.surface_forms(TermFacts(text))[0] == SurfaceForm(text, "exact")
