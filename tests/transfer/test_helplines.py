"""Helplines come from a file, with what was seen; a second load changes nothing."""

import datetime as dt
import json
from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from glossary import reading
from glossary.document import DocumentKind, HelplineDocument, parse_shape
from glossary.errors import DocumentError
from glossary.models import Publication, Revision
from glossary.transfer import load_content, plan_load, read_content
from tests.conftest import ROOT
from tests.factories import OPERATOR
from tests.helplines import LATER, OLD, RECENT, TODAY, helpline, seen

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    """A content folder without entries."""
    for name in ("topics.yaml", "review.yaml"):
        (tmp_path / name).write_bytes((ROOT / "fixtures" / name).read_bytes())
    return tmp_path


def load(folder: Path, helplines):
    """Load helplines; return the ids of those that were brought in."""
    text = yaml.safe_dump(helplines, allow_unicode=True)
    (folder / "helplines.yaml").write_text(text, encoding="utf-8")
    content = read_content(folder, folder / "no-seeds")
    load = load_content(content=content, actor=OPERATOR)
    reading.forget()
    return [row.key for row in load.publications if row.kind == "helpline"]


def stored() -> dict[str, HelplineDocument]:
    """Return what readers are shown."""
    return dict(reading.shelf().helplines)


def test_helplines_are_shown_in_the_order_of_their_positions(folder):
    load(folder, [helpline(id="second", position=2), helpline(id="first", position=1)])

    first, second = stored().values()
    assert (first.id, second.id) == ("first", "second")
    assert set(first.languages) == {"en", "cy"}
    assert first.speaks == ("en", "cy")


def test_helplines_of_one_position_are_shown_in_the_order_of_their_ids(folder):
    load(folder, [helpline(id="b"), helpline(id="c"), helpline(id="a")])

    assert list(stored()) == ["a", "b", "c"]


def test_a_second_load_changes_nothing(folder):
    load(folder, [helpline()])
    before = reading.version()

    assert load(folder, [helpline()]) == []
    assert reading.version() == before


@pytest.mark.parametrize(
    ("helplines", "changed"),
    [
        pytest.param([helpline(phone="0800 111")], ["a-line"], id="number"),
        pytest.param([helpline(review_by="2999-06-01")], ["a-line"], id="review"),
        pytest.param([helpline(position=1)], ["a-line"], id="position"),
        pytest.param([helpline(), helpline(id="b")], ["b"], id="one-more"),
        pytest.param([helpline(id="b"), helpline()], ["b"], id="one-more-before-it"),
    ],
)
def test_a_change_is_planned_written_and_counted(folder, helplines, changed):
    load(folder, [helpline()])
    before = reading.version()

    assert load(folder, helplines) == changed
    assert sorted(stored()) == sorted(row["id"] for row in helplines)
    assert reading.version() == before + 1


@pytest.mark.parametrize(
    ("days", "changed"),
    [
        pytest.param([(90, 2), (90, 30)], [], id="an-earlier-day"),
        pytest.param([(2, 90), (30, 60)], [], id="none-so-late"),
        pytest.param([(90, 2), (2, 90)], ["a-line"], id="the-same-day"),
        pytest.param([(90, 2), (90, 1)], ["a-line"], id="a-later-day"),
    ],
)
def test_a_number_that_was_seen_earlier_never_takes_the_place_of_ours(
    folder, days, changed
):
    ours, other = (
        [seen(seen_on=str(TODAY - dt.timedelta(days=day)), dated=OLD) for day in pages]
        for pages in days
    )
    load(folder, [helpline(seen=ours)])

    assert load(folder, [helpline(phone="0800 111", seen=other)]) == changed

    assert stored()["a-line"].phone == ("0800 111" if changed else "0800 000 000")


def test_a_folder_that_says_nothing_of_helplines_leaves_them(folder):
    load(folder, [helpline()])
    (folder / "helplines.yaml").unlink()

    plan = plan_load(read_content(folder, folder / "no-seeds"))

    assert "helpline" not in {line.kind for line in plan.lines}
    assert len(stored()) == 1


def test_a_folder_that_lists_none_asks_for_all_of_them(folder):
    load(folder, [helpline()])

    assert load(folder, []) == []
    (line,) = plan_load(read_content(folder, folder / "no-seeds")).open

    assert (str(line.name), line.standing) == (
        "helpline/a-line",
        "gone from the folder",
    )
    assert len(stored()) == 1


def test_an_id_that_comes_twice_is_refused(folder):
    with pytest.raises(DocumentError) as caught:
        load(folder, [helpline(), helpline()])

    assert [row.code for row in caught.value.problems] == ["twice"]


def test_the_age_of_a_number_is_that_of_the_newest_page_that_vouches_for_it(folder):
    pages = [
        seen(dated=OLD),
        seen(dated=RECENT[:7]),
        seen(dated=None),
        seen(dated=str(TODAY), shows_number=False),
        seen(dated=str(TODAY), whose="other"),
    ]

    load(folder, [helpline(seen=pages)])

    row = stored()["a-line"]
    assert str(row.number_dated) == f"{RECENT[:7]}-01"
    assert row.number_seen_on == TODAY
    assert [page.whose for page in row.seen] == ["own"] * 4 + ["other"]


def test_a_line_without_a_number_has_no_age(folder):
    load(folder, [helpline(phone=None, seen=[seen(shows_number=False)])])

    row = stored()["a-line"]
    assert (row.number_dated, row.number_seen_on) == (None, None)


def test_the_day_on_which_to_look_again_is_known_without_reading_it(folder):
    load(folder, [helpline()])

    assert str(Publication.objects.of_kind(DocumentKind.HELPLINE).get().due_on) == LATER


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"seen": []}, id="nothing-was-seen"),
        pytest.param({"seen": [seen(shows_number=False)]}, id="number-was-not-seen"),
        pytest.param({"seen": [seen(whose="other")]}, id="seen-at-somebody-elses"),
        pytest.param(
            {"phone": None, "text": "85000", "seen": [seen(shows_number=False)]},
            id="text-number-that-was-not-seen",
        ),
        pytest.param({"phone": None, "rung_on": str(TODAY)}, id="rung-without-number"),
        pytest.param({"seen": [seen(dated=LATER)]}, id="page-of-the-future"),
        pytest.param({"seen": [seen(dated="2020-13")]}, id="no-such-month"),
        pytest.param({"seen": [seen(whose="friends")]}, id="nobodys-page"),
        pytest.param({"review_by": str(TODAY)}, id="due-on-the-same-day"),
        pytest.param({"phone": "ring us"}, id="no-number"),
        pytest.param({"audience": "everybody"}, id="unknown-audience"),
        pytest.param({"languages": {}}, id="no-words"),
        pytest.param({"position": -1}, id="before-the-first"),
        pytest.param({"unknown": 1}, id="unknown-field"),
    ],
)
def test_what_cannot_be_true_is_refused(wrong):
    with pytest.raises(DocumentError):
        parse_shape(HelplineDocument, helpline(**wrong))


def test_no_number_that_was_not_seen_is_read_from_the_database(folder):
    """Whoever writes there by hand: it is not published."""
    load(folder, [helpline()])
    row = Revision.objects.get(kind="helpline")
    said = json.loads(row.document)
    said["seen"][0]["shows_number"] = False
    row.document = json.dumps(said)

    with pytest.raises(ValidationError, match="a number must be seen"):
        row.read()


def test_the_starter_helplines_say_everything_in_both_languages(starter_content):
    assert starter_content.helplines
    for document in starter_content.helplines.values():
        english, welsh = document.languages["en"], document.languages["cy"]
        filled = [
            {
                name
                for name, value in text.model_dump(exclude={"name_lang"}).items()
                if value
            }
            for text in (english, welsh)
        ]
        assert filled[0] == filled[1], document.id
        assert all(set(page.languages) == {"en", "cy"} for page in document.seen)


@pytest.mark.parametrize("part", ["topics", "helplines"])
def test_no_two_of_the_starter_content_have_one_place(starter_content, part):
    positions = [row.position for row in getattr(starter_content, part).values()]

    assert len(set(positions)) == len(positions) > 1
