"""Texts and pages as people's programs wrote them, each whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.files import FileText, Gap, Unread, read_file

CASES = Path(__file__).parent / "cases"
SIGNS = (Gap(Unread.SIGNS),)
READ = {
    "H01-hidden-elements.html": FileText("A referral was made."),
    "H02-soft-breaks.html": FileText(
        "safe\xadguarding, problem profile, multi\u2011agency, bail conditions, third\n"
        "sector, police\nforce, children’s services, children's services, Tŵr, "
        "mechnïaeth amodau mechnïaeth"
    ),
    "H03-inline-splits.html": FileText(
        "CSE and safeguarding and problem profile and bail conditions"
    ),
    "H04-superscript-note.html": FileText(
        "Our duty of safeguarding¹ and CSE² and IICSA\u2060³\u2060"
    ),
    "H05-table-and-list.html": FileText(
        "Police\n\nForce\n\nSocial\n\nServices\n\nProblem\n\nProfile\n\nThird\n\n"
        "Sector A is north."
    ),
    "H06-windows-1252-declared.html": FileText("children’s services – the NCA"),
    "H08-outlook.html": FileText("· A referral to the CPS"),
    "H11-utf16.html": FileText("A referral was made to the NSPCC."),
    "T01-cp1252.txt": FileText("The children’s services – “NCA” – €5."),
    "T02-one-broken-byte.txt": FileText(
        "The children’s services team and the National Police Chiefs’ Council.\n"
        "Signed ÿ\n"
    ),
    "T03-undefined-cp1252-byte.txt": FileText(
        "The NCA wrote \ufffd to you about the referral. café\n", SIGNS
    ),
    "T05-utf16-no-mark.txt": FileText("A referral was made to the NSPCC."),
    "T06-utf32.txt": FileText("A referral was made to the NSPCC."),
}


@pytest.mark.parametrize("name", READ)
def test_a_file_of_people_is_read_whole(name):
    assert read_file(name, (CASES / name).read_bytes()) == READ[name]
