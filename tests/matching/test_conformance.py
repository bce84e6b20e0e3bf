"""The server's engine passes the cases that it shares with the browser's."""

import pytest

from glossary.matching import Match
from glossary.matching.conformance import cases, vocabularies


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_the_server_finds_what_the_case_says(case):
    expected = [
        Match(
            match["start"],
            match["end"],
            tuple(match["candidates"]),
            match["lang"],
            match["form"],
        )
        for match in case.matches
    ]

    found = vocabularies()[case.vocabulary].find(
        case.text, langs=case.langs, exclude=case.exclude
    )

    assert found == expected


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_the_case_says_where_its_quotations_are(case):
    quoted = [case.text[match["start"] : match["end"]] for match in case.matches]

    assert quoted == [match["quote"] for match in case.matches]


def test_most_cases_have_something_to_find():
    assert sum(bool(case.matches) for case in cases()) > len(cases()) / 2
