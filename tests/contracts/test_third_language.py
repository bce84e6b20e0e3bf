"""A third language is one module and one line of settings; everything serves it."""

import json
import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def seen():
    """What a visitor saw of an installation with Cornish."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.third_language.settings",
    }
    output = subprocess.run(
        [sys.executable, "-m", "tests.third_language.visit"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=True,
        text=True,
    )
    return json.loads(output.stdout)


def test_every_page_is_there_in_it(seen):
    assert len(seen["pages"]) > 8
    failed = {path: status for path, status in seen["pages"].items() if status != 200}
    assert failed == {}


def test_its_own_words_are_in_its_addresses(seen):
    assert seen["entry"] == "http://testserver/kw/termow/chi/"
    assert seen["language"] == "kw"
    assert seen["partner"]


def test_every_way_of_finding_knows_it(seen):
    assert seen["lookup"] == "kw"
    assert seen["search"] == "house"
    assert seen["suggest"] == "chi"
    assert seen["letters"] == ["ch"]


def test_what_is_not_said_in_it_is_said_in_another_language(seen):
    reason = "Your readers may not know this short form."

    assert seen["found"] == {"en": reason}
    # The page in Cornish says which language the sentence is in.
    assert f'<span lang="en">{reason}</span>' in seen["checked_page"]


def test_what_cannot_be_checked_in_it_is_said(seen):
    assert seen["not_checked"] == ["spelling-not-checked", "wording-not-checked"]


def test_errors_name_it_among_the_languages(seen):
    assert seen["unknown"] == "Allowed: en, cy, kw."
