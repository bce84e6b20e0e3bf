"""What is said beside the box is what happens: every request is looked at."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from tests.browser.waiting import TEXT_IS_BACK, wait_until
from tests.files.mails import saved_page, written
from tests.files.office import pdf, word

pytestmark = pytest.mark.browser

SECRET = "Xylophone4711"
TYPED = "Accordion0815 is in the box"
TEXT = (
    f"{SECRET} asked the chief constable about the tŷ, the dŵr and the problem profile."
)
PLAIN = f"{SECRET} asked the chief constable’s “team” for the problem profile."
EXPLAIN = {"en": "/en/explain/", "cy": "/cy/egluro/"}
CHECK = {"en": "/en/check/", "cy": "/cy/gwirio/"}
NAME = "letter-to-jane"

both = pytest.mark.parametrize("lang", EXPLAIN)


class File(NamedTuple):
    """A file as somebody chooses it."""

    name: str
    data: bytes

    def choose(self, page):
        chosen = {"name": self.name, "mimeType": "", "buffer": self.data}
        page.set_input_files("#file", chosen)


READ_HERE = {
    "utf-8": File(f"{NAME}.txt", TEXT.encode()),
    "utf-8-with-a-mark": File(f"{NAME}.txt", TEXT.encode("utf-8-sig")),
    "windows": File(f"{NAME}.TXT", PLAIN.encode("cp1252")),
    "utf-16-little": File(f"{NAME}.txt", b"\xff\xfe" + TEXT.encode("utf-16-le")),
    "utf-16-big": File(f"{NAME}.txt", b"\xfe\xff" + TEXT.encode("utf-16-be")),
    "utf-16-little-without-a-mark": File(f"{NAME}.txt", TEXT.encode("utf-16-le")),
    "utf-16-big-without-a-mark": File(f"{NAME}.txt", TEXT.encode("utf-16-be")),
    "welsh": File(f"{NAME}.txt", TEXT.encode("iso8859-14")),
    "one-byte-broken": File(f"{NAME}.txt", TEXT.encode() + b" caf\xe9"),
    "macintosh": File(f"{NAME}.txt", PLAIN.encode("mac_roman")),
    "filled-up-with-zeros": File(f"{NAME}.txt", TEXT.encode() + bytes(20)),
    "second-copy": File(f"{NAME}.txt (1)", TEXT.encode()),
    "no-ending": File("1000012345", TEXT.encode()),
}
REFUSED = {
    "photo": (File(f"{NAME}.jpg", b"\xff\xd8\xff\xe0" + TEXT.encode()), "picture"),
    "photo-of-a-phone": (File(f"{NAME}.heic", TEXT.encode()), "picture"),
    "photo-without-a-name": (File("1000012345", b"\x89PNG" + TEXT.encode()), "picture"),
    "slides": (File(f"{NAME}.pptx", b"PK\3\4" + TEXT.encode()), "unknown-kind"),
    "old-word": (
        File(f"{NAME}.doc", b"\xd0\xcf\x11\xe0" + TEXT.encode()),
        "encrypted",
    ),
    "notes": (File(f"{NAME}.md", TEXT.encode()), "unknown-kind"),
    "no-text": (File(f"{NAME}.txt", b"\1\2\3\4" * 9 + TEXT.encode()), "broken"),
    "empty": (File(f"{NAME}.txt", b""), "empty"),
    "blank": (File(f"{NAME}.txt", b" \n"), "no-text"),
    "too-large": (File(f"{NAME}.pdf", b"%PDF-" + bytes(2**21)), "too-large"),
}
SENT = {
    "word": File(f"{NAME}.docx", word(TEXT)),
    "pdf": File(f"{NAME}.pdf", pdf(PLAIN.encode("ascii", "ignore").decode())),
    "page": File(f"{NAME}.html", f"<meta charset=utf-8><p>{TEXT}".encode()),
    "mail": File(f"{NAME}.eml", bytes(written(TEXT))),
    "mail-called-text": File(f"{NAME}.txt", bytes(written(TEXT))),
    "page-in-one-file": File(f"{NAME}.mht", bytes(saved_page(f"<p>{TEXT}"))),
    "page-called-old-word": File(f"{NAME}.doc", f"<html><p>{TEXT}".encode()),
    "pdf-without-a-name": File(
        "1000012345", pdf(PLAIN.encode("ascii", "ignore").decode())
    ),
}


class Asked(list[Any]):
    """The requests that a browser makes."""

    def note(self, request):
        self.append(request)


def each(files):
    return [pytest.param(value, id=name) for name, value in files.items()]


@pytest.fixture
def asked(reader):
    """Every request that the reader's browser makes."""
    requests = Asked()
    reader.context.on("request", requests.note)
    return requests


def sent(requests):
    """Return the requests that carry something."""
    return [one for one in requests if one.method != "GET" or one.post_data]


def press(page):
    page.locator("form.ask p > button[type=submit]").first.click()


def said(page):
    return " ".join(page.locator(".note-error").last.inner_text().split())


@both
@pytest.mark.parametrize("file", each(READ_HERE))
def test_a_plain_text_never_leaves_the_device(reader, asked, lang, file):
    page = reader.open(EXPLAIN[lang])
    file.choose(page)

    press(page)
    page.wait_for_selector("#explained .given a.word")

    assert page.input_value("#text") in {TEXT, PLAIN, f"{TEXT} café"}
    assert sent(asked) == []
    assert not any(word in one.url for one in asked for word in (SECRET, NAME))


@pytest.mark.parametrize("path", [*EXPLAIN.values(), *CHECK.values()])
@pytest.mark.parametrize(
    ("file", "fault"), [pytest.param(*v, id=k) for k, v in REFUSED.items()]
)
def test_a_file_that_would_be_refused_is_not_sent(browse, path, file, fault):
    page = browse(path)
    requests = Asked()
    page.on("request", requests.note)
    page.fill("#text", TYPED)

    file.choose(page)
    page.locator("#trouble .note-error").wait_for()
    expected = page.locator(f"#fault-{fault}").evaluate(
        "one => one.content.textContent"
    )

    assert said(page) == " ".join(expected.split())
    assert page.title().startswith({"en": "Error: ", "cy": "Gwall: "}[path[1:3]])
    assert page.input_value("#text") == TYPED
    assert sent(requests) == []


@pytest.mark.parametrize("path", [EXPLAIN["en"], CHECK["cy"]])
@pytest.mark.parametrize(
    ("file", "fault"), [pytest.param(*v, id=k) for k, v in REFUSED.items()]
)
def test_without_scripts_the_server_says_the_same(browse, path, file, fault):
    page = browse(path)
    template = page.locator(f"#fault-{fault}")
    expected = " ".join(template.evaluate("one => one.content.textContent").split())
    page = browse(path, java_script_enabled=False)
    page.fill("#text", TYPED)

    file.choose(page)
    press(page)
    page.wait_for_selector("#problem")

    assert page.locator("#problem").inner_text() == expected
    assert page.input_value("#text") == TYPED


@both
@pytest.mark.parametrize("file", each(SENT))
def test_a_file_that_only_we_can_read_is_sent_alone_and_without_its_name(
    reader, asked, lang, file
):
    page = reader.open(EXPLAIN[lang])
    page.fill("#text", TYPED)
    file.choose(page)

    press(page)
    page.wait_for_selector("#explained .given a.word")

    (one,) = sent(asked)
    assert (one.method, one.url) == ("POST", reader.address + EXPLAIN[lang])
    body = one.post_data_buffer.decode("utf-8", "replace")
    assert NAME not in body
    assert TYPED not in body
    assert SECRET in page.input_value("#text")
    assert page.evaluate("history.length") == 2


@both
def test_a_pasted_text_is_never_sent_to_be_explained(reader, asked, lang):
    page = reader.open(EXPLAIN[lang])
    page.fill("#text", TEXT)
    press(page)
    page.wait_for_selector("#explained .given a.word")
    page.locator("#explained .items summary").first.click()
    page.wait_for_selector("#explained .items .longer h4")
    page.locator("#explained .items h3 a").first.click()
    page.wait_for_selector("article.entry")
    page.go_back()
    page.wait_for_selector("#explained .given a.word")
    page.locator(".tongues a").click()
    page.wait_for_selector("#explained .given a.word")

    assert sent(asked) == []
    assert SECRET not in repr([one.url for one in asked])


@both
def test_a_text_to_be_checked_is_sent_once_and_is_no_page_of_the_history(
    reader, asked, lang
):
    page = reader.open(CHECK[lang])
    page.fill("#text", f"{TEXT} Mae'r polise.")

    press(page)
    page.wait_for_selector("main .given")

    assert [one.method for one in sent(asked)] == ["POST"]
    assert page.evaluate("history.length") == 2
    assert SECRET in page.input_value("#text")
    assert SECRET not in page.title()
    page.reload()
    wait_until(page, TEXT_IS_BACK)
    assert len(sent(asked)) == 1


@both
def test_the_words_beside_the_box_change_with_what_happens(reader, visit, lang):
    without = visit(java_script_enabled=False)
    for paths in (EXPLAIN, CHECK):
        page = reader.open(paths[lang])
        plain = without.open(paths[lang])

        assert page.locator("#kept [data-device]").is_visible()
        assert not page.locator("#kept [data-sent]").is_visible()
        assert plain.locator("#kept [data-sent]").is_visible()
        assert not plain.locator("#kept [data-device]").is_visible()
