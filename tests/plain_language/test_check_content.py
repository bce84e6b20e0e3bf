"""``manage.py check_content``: what it reads, what it prints and when it fails."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from glossary.plain_language import unchecked
from tests.helplines import helpline, seen
from tests.plain_language.content import police_force, write_content

CATALOGUE = """msgid ""
msgstr ""
"Language: cy\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#: a.html
msgid "Search"
msgstr "Chwillio"
"""


@pytest.fixture
def run(tmp_path, settings):
    """Run the command on entries and files, and return what it prints."""
    settings.LOCALE_PATHS = [tmp_path / "locale"]

    def command(*entries, options=(), fails=False, **files):
        arguments = write_content(tmp_path, *entries, **files)
        out = StringIO()
        try:
            call_command("check_content", *arguments, *options, stdout=out)
        except CommandError:
            assert fails, out.getvalue()
        else:
            assert not fails, out.getvalue()
        return out.getvalue()

    return command


def test_good_content_passes(run):
    printed = run(police_force(), helplines=[helpline()], options=["--strict"])

    assert printed == "Errors: 0, warnings: 0, notes: 0\n"


def test_an_error_fails_and_says_where_why_and_what_to_do(run):
    printed = run(police_force(short="The polise of one area."), fails=True)

    assert (
        "error: entries/police-force.yaml#/languages/en/short: unknown-word" in printed
    )
    assert "“polise” The dictionary does not have this word. Check" in printed
    assert "Errors: 1, warnings: 0, notes: 0" in printed


@pytest.mark.parametrize("options", [(), ("--strict",)], ids=["usual", "strict"])
def test_a_warning_fails_only_where_that_is_asked_for(run, options):
    entry = police_force(short="They act in order to help.")

    assert "officialese" in run(entry, options=options, fails=bool(options))


def test_notes_are_counted(run):
    entry = police_force(short="It was decided.")

    printed = run(entry)

    assert "passive" not in printed
    assert "notes: 1" in printed


def test_notes_are_shown_on_request(run):
    entry = police_force(short="It was decided.")

    assert "passive" in run(entry, options=["--verbosity=2"])


def test_findings_as_json(run):
    entry = police_force(short="The polise of one area.")

    printed = json.loads(run(entry, options=["--format=json"], fails=True))

    assert printed == {
        "findings": [
            {
                "severity": "error",
                "place": "entries/police-force.yaml#/languages/en/short",
                "code": "unknown-word",
                "excerpt": "polise",
                "reason": "The dictionary does not have this word.",
                "suggestion": (
                    "Check its spelling. If it is right, add it to the project's words."
                ),
            }
        ]
    }


def test_findings_can_be_told_in_another_language(run):
    entry = police_force(short="The polise of one area.")

    printed = run(entry, options=["--language=cy"], fails=True)

    assert "“polise” Dydy'r gair hwn ddim yn y geiriadur. Edrychwch" in printed


def test_topics_and_the_review_are_checked(run):
    review = {"record": "x", "statement": {"en": "Peeople.", "cy": "Pobl."}}
    topic = {
        "id": "police-data",
        "languages": {
            "en": {"label": "Dataa", "description": "Words."},
            "cy": {"label": "Data", "description": "Geiriau."},
        },
    }

    printed = run(police_force(), topics=[topic], review=review, fails=True)

    assert "topics.yaml#/police-data/label/en: unknown-word" in printed
    assert "review.yaml#/statement/en: unknown-word" in printed


def test_a_helpline_that_is_due_again_is_an_error(run):
    page = seen(seen_on="2026-01-01", dated=None)
    late = helpline(review_by="2026-01-02", seen=[page])

    printed = run(police_force(), helplines=[late], fails=True)

    assert "helplines.yaml#/a-line/review_by: helpline-overdue" in printed
    assert "“2026-01-02”" in printed


def test_what_is_said_of_a_page_that_was_seen_is_checked_too(run):
    page = seen(languages={"en": "Its paige", "cy": "Ei thudalen"})

    printed = run(police_force(), helplines=[helpline(seen=[page])], fails=True)

    assert "helplines.yaml#/a-line/seen/0/en: unknown-word" in printed


@pytest.mark.parametrize("named", [True, False], ids=["named", "the site's own"])
def test_catalogues_are_checked(run, tmp_path, named):
    folder = tmp_path / ("elsewhere" if named else "locale") / "cy" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(CATALOGUE, encoding="utf-8")
    options = [f"--catalogue={folder / 'django.po'}"] if named else []

    printed = run(police_force(), options=options, fails=True)

    assert "locale/cy/django.po:7: unknown-word" in printed


def test_content_that_cannot_be_read_is_named(tmp_path):
    broken = police_force() | {"kind": "nonsense"}
    arguments = write_content(tmp_path, broken)

    with pytest.raises(CommandError, match=r"police-force\.yaml#/kind"):
        call_command("check_content", *arguments)


def test_without_a_dictionary_it_says_so(run, monkeypatch):
    monkeypatch.setattr(unchecked, "can_check_spelling", lambda lang: lang != "cy")

    printed = run(police_force(), options=["--strict"], fails=True)

    assert "spelling-not-checked" in printed
    assert "“Cymraeg”" in printed
