"""Commands that look at what the glossary rests on: pages elsewhere, and sources."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command

from glossary.elsewhere import Found, Limits, Verdict, keep_report, kept_report
from glossary.elsewhere.report import report_path
from glossary.management.commands import check_links
from tests.elsewhere.conftest import HERE, there  # noqa: F401 (a fixture)
from tests.factories import OPERATOR, published, source

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _a_folder_and_no_waiting(settings, tmp_path, monkeypatch):
    settings.VAR_DIR = tmp_path / "var"
    quick = replace(Limits(), allowed={HERE}, sleep=lambda _: None)
    monkeypatch.setattr(check_links, "LIMITS", quick)


def run(capsys, name, *arguments):
    try:
        call_command(name, *arguments)
    except CommandError as error:
        return capsys.readouterr().out, str(error)
    return capsys.readouterr().out, ""


def test_nobody_can_allow_private_addresses_by_an_option():
    assert Limits().allowed == ()
    with pytest.raises(CommandError):
        call_command("check_links", "--allowed", HERE)


def test_pages_that_are_gone_are_named_and_make_it_fail(there, capsys):  # noqa: F811
    there.pages |= {"/a": 200, "/b": (301, "/c"), "/c": 200}
    source("works", url=there.at("/a"))
    source("moved", url=there.at("/b"))
    source("gone", url=there.at("/gone"))

    out, failure = run(capsys, "check_links")

    assert failure == "Pages that are gone: 1"
    assert f"dead: {there.at('/gone')} 404 (source/gone)" in out
    assert f"moved: {there.at('/b')} {there.at('/c')} (source/moved)" in out
    assert there.at("/a") not in out
    assert "Addresses: works 1, moved 1, dead 1, unsure 0, not-asked 0" in out
    assert {row.verdict for row in kept_report().values()} == {"works", "moved", "dead"}


def test_where_all_is_there_it_ends_well_and_says_so_as_json(there, capsys):  # noqa: F811
    there.pages["/a"] = 200
    source("works", url=there.at("/a#part"))

    out, failure = run(capsys, "check_links", "--format", "json")

    assert not failure
    (line,) = out.splitlines()
    assert json.loads(line)["address"] == there.at("/a")
    assert json.loads(line)["named_by"] == ["source/works"]


def test_who_asks_is_named_by_the_address_of_the_site(there, capsys):  # noqa: F811
    there.pages["/a"] = 200
    source("works", url=there.at("/a"))

    run(capsys, "check_links")

    assert there.headers[0]["User-Agent"].endswith("(+https://words.example)")


@pytest.mark.parametrize(
    "text", ["", "[1]", "{}", '[{"address": "a"}]', '[{"verdict": "x"}]']
)
def test_a_report_that_cannot_be_read_is_none(text):
    keep_report([])
    report_path().write_text(text, encoding="utf-8")

    assert kept_report() == {}


def test_sources_that_nothing_rests_on_are_named(capsys):
    published("grooming")
    source("unused")

    out, failure = run(capsys, "check_sources")

    assert not failure
    assert "Sources that no entry rests on: 1\n  unused\n" in out


def test_pages_that_were_gone_at_the_last_check_make_it_fail(capsys):
    source("gone", url="https://gone.example/")
    gone = "https://gone.example/"
    keep_report([Found(gone, Verdict.DEAD, ("source/gone",), asked_on="2026-01-02")])

    out, failure = run(capsys, "check_sources")

    assert "Pages that are gone: 1\n  https://gone.example/ (source/gone), asked" in out
    assert failure == "To be mended: 1"


def test_those_that_were_there_longest_ago_come_first(capsys):
    for key in ("newer", "older"):
        source(key, url=f"https://{key}.example/")
    source("never", url="https://never.example/")
    keep_report(
        Found(f"https://{key}.example/", Verdict.WORKS, (), answered_on=day)
        for key, day in (("newer", "2026-05-01"), ("older", "2026-01-01"))
    )

    out, _ = run(capsys, "check_sources", "--oldest", "2")

    _, _, listed = out.partition("longest ago:\n")
    assert listed.startswith("  never: not known\n  older: 2026-01-01\nQuotations")


@pytest.mark.parametrize(
    ("text", "is_missing"),
    [("It says: in its  own words.", False), ("It says something else.", True)],
)
def test_quotations_are_looked_for_in_the_texts_that_we_show(capsys, text, is_missing):
    from glossary.document_texts import add_document_text

    published("grooming")
    add_document_text(source_id="report-2023", text=text, actor=OPERATOR)

    out, failure = run(capsys, "check_sources")

    assert ("entry/grooming: in its own words" in out) == is_missing
    assert bool(failure) == is_missing


def test_quotations_of_which_we_show_no_text_are_passed_over(capsys):
    published("grooming")

    out, failure = run(capsys, "check_sources")

    assert not failure
    assert "Quotations that are not in the text: 0" in out
