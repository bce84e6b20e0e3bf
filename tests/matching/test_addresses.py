"""Nothing is marked inside addresses, e-mail addresses, handles and file names."""

import pytest

from tests.matching.marking import acronym, marked

FORMS = (acronym("CSE"), "child", "police", "problem profile", "GOV.UK")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("https://example.org/CSE/child", id="web-address"),
        pytest.param("see http://x.test/a?b=CSE&c=child,", id="query"),
        pytest.param("(www.child.example/CSE)", id="www"),
        pytest.param("westmercia.police.uk", id="bare-host"),
        pytest.param("CSE@example.org", id="e-mail-name"),
        pytest.param("mailto:someone@child.example", id="e-mail-host"),
        pytest.param("first.child@x", id="e-mail-dotted-name"),
        pytest.param("by @CSE today", id="handle"),
        pytest.param("child.pdf", id="file-name"),
        pytest.param("CSE-report.docx", id="file-name-with-hyphen"),
        pytest.param("gov.uk/report-child", id="path"),
        pytest.param("problem profile.pdf", id="last-word-in-a-file-name"),
        pytest.param("@problem profile", id="first-word-in-a-handle"),
    ],
)
def test_a_part_of_an_address_is_not_marked(text):
    assert marked(text, *FORMS) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        pytest.param("on GOV.UK.", "GOV.UK", id="an-address-that-is-a-term"),
        pytest.param("(GOV.UK)", "GOV.UK", id="the-same-in-brackets"),
        pytest.param("child @ school", "child", id="at-sign-alone"),
        pytest.param("the police.They", "police", id="full-stop-without-space"),
        pytest.param("CSE/CSA", "CSE", id="slash"),
        pytest.param("e.g.child", "child", id="abbreviation-without-space"),
        pytest.param("child: //x", "child", id="no-address"),
        pytest.param("x@y.example the child", "child", id="after-an-address"),
    ],
)
def test_what_only_looks_like_an_address_is_marked(text, quote):
    assert marked(text, *FORMS) == [quote]


def test_each_stretch_without_spaces_is_judged_by_itself():
    text = "CSE/child, www.CSE.example/child (CSE)/child"

    assert marked(text, *FORMS) == ["CSE", "child", "CSE", "child"]
