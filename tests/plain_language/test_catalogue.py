"""The checks of a gettext catalogue."""

from __future__ import annotations

import pytest

from glossary.plain_language import Context, check_catalogue

HEADER = """msgid ""
msgstr ""
"Language: cy\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n!=1);\\n"

"""


@pytest.fixture
def check(tmp_path):
    def run(body, header=HEADER):
        folder = tmp_path / "cy" / "LC_MESSAGES"
        folder.mkdir(parents=True)
        path = folder / "django.po"
        path.write_text(header + body, encoding="utf-8")
        found = check_catalogue(path, Context())
        return [(one.place, one.code, one.excerpt) for one in found]

    return run


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('#: a.html\nmsgid "Search"\nmsgstr "Chwilio"\n', []),
        (
            '#. Hard to read on purpose\n#: a.html\nmsgid "Serch"\nmsgstr "Serx"\n',
            [],
        ),
        (
            '#: a.html\nmsgid "<code>xyz</code>"\nmsgstr "<code>xyz</code>"\n',
            [],
        ),
        (
            '#: a.html\nmsgid "Search"\nmsgstr "Chwillio"\n',
            [("django.po:8", "unknown-word", "Chwillio")],
        ),
        (
            '#: a.html\nmsgid "Serch"\nmsgstr "Chwilio"\n',
            [("django.po:8", "unknown-word", "Serch")],
        ),
        ('msgid "Serch"\nmsgstr "Chwilio"\n', []),
        ('msgid "Serch"\nmsgstr ""\n', []),
        ('#, fuzzy\nmsgid "Search"\nmsgstr "Chwillio"\n', []),
        (
            '#: a.html\nmsgid "Is it?"\nmsgstr "A yw hyn?"\n',
            [("django.po:8", "house-style", "A yw")],
        ),
        (
            '#: a.html\nmsgid "All 43 forces"\nmsgstr "Pob heddlu"\n',
            [("django.po:8", "number-differs", "43")],
        ),
        (
            '#: a.html\nmsgid "%(count)s term"\nmsgid_plural "%(count)s terms"\n'
            'msgstr[0] "%(count)s term"\nmsgstr[1] "%(count)s o dermmau"\n',
            [("django.po:8", "unknown-word", "dermmau")],
        ),
        (
            '#: a.html\nmsgid "%(count)s term"\nmsgid_plural "%(count)s terms"\n'
            'msgstr[0] "%(count)s term"\nmsgstr[1] "rwyf %(count)s"\n',
            [("django.po:8", "house-style", "rwyf")],
        ),
    ],
    ids=[
        "right",
        "hard on purpose",
        "code",
        "wrong Welsh",
        "wrong English",
        "somebody else's English",
        "empty",
        "fuzzy",
        "house style",
        "number",
        "plural",
        "house style in a plural",
    ],
)
def test_messages(body, expected, check):
    assert check(body) == expected


def test_without_a_header_the_folder_names_the_language(check):
    found = check('#: a.html\nmsgid "Search"\nmsgstr "Chwillio"\n', header="")

    assert found == [("django.po:2", "unknown-word", "Chwillio")]
