"""Texts come out of the files that people have, and nothing harmful gets in."""

import pytest

from glossary.files import Fault, FileError, FileText, Gap, Unread
from glossary.files import read_file as read_apart
from glossary.files.file_text import from_bytes
from glossary.files.kinds import ending_of, reader_of, text_of
from tests.files.office import packed, pdf, word
from tests.files.open_document_files import open_document

PAGE = (
    "<html><head><title>Not this</title><style>p {}</style></head><body>"
    "<p>The <b>police</b> &amp; you</p><script>no()</script><p>Second</body></html>"
)


def read_here(name, data):
    """Read a file in this process, as the process with limits does."""
    return from_bytes(reader_of(ending_of(name, data))(data)).text


def read_file(name, data):
    """Read a file as readers' files are read: in a process of its own."""
    return read_apart(name, data).text


BOTH_WAYS = pytest.mark.parametrize(
    "read", [read_file, read_here], ids=["isolated", "here"]
)

ALGORITHMS = pytest.mark.parametrize(
    "algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256-R5", "AES-256"]
)


def fault(name, data, read=read_file):
    with pytest.raises(FileError) as caught:
        read(name, data)
    return caught.value.fault


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        pytest.param("a.txt", "Tŷ bach".encode(), "Tŷ bach", id="utf-8"),
        pytest.param("a.TXT", "\ufeffTŷ".encode(), "Tŷ", id="utf-8-with-a-mark"),
        pytest.param("a.txt", "Tŷ".encode("utf-16"), "Tŷ", id="utf-16"),
        pytest.param("a.txt", b"it\x92s", "it’s", id="windows"),
        pytest.param("a.docx", word("One", "Two"), "One\n\nTwo", id="word"),
        pytest.param("a.docx", b"{\\rtf1 One\\par Two}", "One\n\nTwo", id="rtf"),
        pytest.param("a", open_document("<text:p>One</text:p>"), "One", id="odt"),
        pytest.param("a.html", PAGE.encode(), "The police & you\n\nSecond", id="html"),
        pytest.param(
            "a.htm", b"<head><meta charset=utf-8><p>Yes", "Yes", id="html-never-closed"
        ),
        pytest.param("a.pdf", pdf("The police force"), "The police force", id="pdf"),
    ],
)
@BOTH_WAYS
def test_a_file_gives_its_text(name, data, text, read):
    assert read(name, data) == text


@ALGORITHMS
@BOTH_WAYS
def test_a_pdf_that_may_only_not_be_changed_is_read(algorithm, read):
    data = pdf("Read me", owner="x", algorithm=algorithm)

    assert read("a.pdf", data) == "Read me"


@ALGORITHMS
@BOTH_WAYS
def test_a_pdf_that_nobody_may_open_is_not_read(algorithm, read):
    data = pdf("Read me", password="p", algorithm=algorithm)

    assert fault("a.pdf", data, read) is Fault.ENCRYPTED


@BOTH_WAYS
def test_signs_of_word_become_signs_of_text(read):
    run = "<w:p><w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>recent</w:t><w:br/><w:tab/></w:r></w:p>"

    assert read("a.docx", word("One", body=run)) == "One\n\nnon\u2011recent"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        pytest.param("<tr><td>Police<td>Force", "Police\n\nForce", id="cells"),
        pytest.param(
            "<tr><th>Social</th><td>Services", "Social\n\nServices", id="head"
        ),
        pytest.param("<ul><li>Problem<li>Profile", "Problem\n\nProfile", id="items"),
        pytest.param("<button>Police</button>Force", "Police\n\nForce", id="button"),
        pytest.param("<label>Police</label>Force", "Police\n\nForce", id="label"),
        pytest.param("<option>Police<option>Force", "Police\n\nForce", id="option"),
        pytest.param("<summary>Police</summary>Force", "Police\n\nForce", id="summary"),
        pytest.param("police<br>force", "police\nforce", id="line-end"),
        pytest.param("police <br/>\n force", "police\nforce", id="spaces-around-it"),
        pytest.param("police<br><br>force", "police\n\nforce", id="empty-line"),
        pytest.param("<br>police<br>", "police", id="nothing-around"),
        pytest.param("<head><br>police", "police", id="head-never-closed"),
        pytest.param("po<b>li</b>ce", "police", id="inside-a-word"),
        pytest.param("<p>a <code>b</code>  c", "a b c", id="code"),
        pytest.param("<p class=no-glossary>police", "police", id="kept-as-it-is"),
        pytest.param(
            "<pre>Dear you,\n\nthe police\nsaid</pre>a\nb",
            "Dear you,\n\nthe police\nsaid\n\na b",
            id="lines-of-a-mail",
        ),
        pytest.param("<p hidden>secret<p>seen", "seen", id="hidden"),
        pytest.param("<svg><text>drawn</text></svg>seen", "seen", id="picture"),
        pytest.param("<p>first<a href='x", "first", id="tag-never-closed"),
    ],
)
def test_what_is_apart_on_a_page_is_apart_in_its_text(markup, text):
    assert read_here("a.html", markup.encode()) == text


def test_the_pages_of_a_pdf_end_with_a_form_feed():
    assert read_here("a.pdf", pdf("A problem", "profile.")) == "A problem\fprofile."


@BOTH_WAYS
def test_what_word_keeps_twice_is_read_once(read):
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    again = f'<m:Fallback xmlns:m="{compatible}"><w:p><w:r><w:t>again</w:t><w:br/></w:r></w:p></m:Fallback>'

    assert read("a.docx", word("Once", body=again)) == "Once"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        pytest.param("a.exe", b"x", Fault.UNKNOWN_KIND, id="kind"),
        pytest.param("a.txt", b" \n", Fault.NO_TEXT, id="blank"),
        pytest.param("a.txt", b"\0\1", Fault.BROKEN, id="binary"),
        pytest.param("a.docx", b"PK", Fault.BROKEN, id="broken-zip"),
        pytest.param("a.docx", packed("x", "a.xml"), Fault.BROKEN, id="other-zip"),
        pytest.param("a.docx", packed("<a>"), Fault.BROKEN, id="broken-xml"),
        pytest.param("a.docx", b"\xd0\xcf\x11\xe0", Fault.ENCRYPTED, id="old-word"),
        pytest.param("a.docx", word(), Fault.NO_TEXT, id="word-without-words"),
        pytest.param("a.pdf", b"%PDF-1.7", Fault.BROKEN, id="broken-pdf"),
        pytest.param("a.pdf", pdf(), Fault.NO_TEXT, id="scan"),
    ],
)
@BOTH_WAYS
def test_a_file_without_text_says_what_is_the_matter(name, data, expected, read):
    assert fault(name, data, read) is expected


def mail_with(kind):
    """Return a mail with one part, and no header that people read."""
    head = f"MIME-Version: 1.0\nContent-Type: {kind}\n"
    return f"{head}Content-Disposition: attachment\n\nx".encode()


HIDDEN = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        pytest.param("a.eml", mail_with("application/pdf"), Fault.ENCLOSED, id="mail"),
        pytest.param("a.eml", mail_with("image/png"), Fault.ENCLOSED, id="picture"),
        pytest.param("a.docx", word(body=HIDDEN), Fault.HIDDEN, id="word"),
        pytest.param("a.rtf", b"{\\rtf1{\\v no}}", Fault.HIDDEN, id="rtf"),
        pytest.param(
            "a.odt",
            open_document(
                '<text:section text:display="none"><text:p>no</text:p></text:section>'
            ),
            Fault.HIDDEN,
            id="odt",
        ),
        pytest.param("a.pdf", pdf(), Fault.NO_TEXT, id="scan"),
    ],
)
@BOTH_WAYS
def test_a_file_with_nothing_but_a_gap_says_what_it_is(name, data, expected, read):
    assert fault(name, data, read) is expected


@pytest.mark.parametrize(
    ("gap", "expected"),
    [(Unread.LOST_PAGES, Fault.BROKEN), (Unread.PICTURE_PAGES, Fault.NO_TEXT)],
)
def test_the_first_gap_says_what_is_the_matter(gap, expected):
    gaps = Gap(gap, (1,)), Gap(Unread.ENCLOSED)

    with pytest.raises(FileError) as caught:
        text_of(b"", lambda _: FileText(" ", gaps))
    assert caught.value.fault is expected


def test_nothing_and_too_much_are_not_read_at_all():
    assert fault("a.txt", b"") is Fault.EMPTY
    assert fault("a.txt", b"x" * (2**21 + 1)) is Fault.TOO_LARGE


def test_a_text_of_too_many_characters_is_left():
    assert fault("a.txt", b"x" * 2_000_001, read_here) is Fault.TOO_MUCH


def test_a_small_file_that_unpacks_to_a_huge_one_is_left():
    bomb = packed(b"<a>" + b" " * 60_000_000)

    assert len(bomb) < 100_000
    assert fault("a.docx", bomb) is Fault.TOO_MUCH


def test_a_document_of_nothing_but_empty_paragraphs_is_left():
    assert fault("a.docx", word(body="<w:p/>" * 1_500_001), read_here) is Fault.TOO_MUCH


@BOTH_WAYS
def test_entities_are_never_unfolded(read):
    laughs = '<!DOCTYPE a [<!ENTITY x "haha"><!ENTITY y "&x;&x;">]><a>&y;</a>'

    assert fault("a.docx", packed(laughs), read) is Fault.BROKEN
