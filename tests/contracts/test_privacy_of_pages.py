"""What a reader pastes or sends to a page is nowhere to be found afterwards."""

import tempfile
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.apps import apps

from glossary.answers import HeldAnswers
from glossary.limits import counting
from glossary.models import SuggestedWord
from tests.factories import published
from tests.files.office import packed, pdf, word
from tests.site import Site
from tests.web.sending import send

pytestmark = pytest.mark.django_db

SECRET = "Xylophone4711"
TEXT = f"{SECRET} asked the chief constable for a problem profile."
SENT = {
    "text": (TEXT, None, 200),
    "text-file": ("", ("letter.txt", TEXT.encode()), 200),
    "word-file": ("", ("letter.docx", word(TEXT)), 200),
    "pdf-file": ("", ("letter.pdf", pdf(TEXT)), 200),
    "too-long": (TEXT * 5000, None, 413),
    "much-too-long": (TEXT * 80_000, None, 413),
    "broken-file": (TEXT, ("letter.pdf", b"%PDF-1.7 " + TEXT.encode()), 400),
    "huge-file": (TEXT, ("letter.txt", TEXT.encode() * 50_000), 400),
    "unpacked-bomb": (TEXT, ("letter.docx", packed(TEXT.encode() * 800_000)), 400),
    "unknown-file": (TEXT, (f"{SECRET}.exe", b"x"), 400),
}


@pytest.fixture
def held():
    """The application with a view into the answers that it holds."""
    from explainer.wsgi import django_application

    published("problem-profile")
    published("chief-constable")
    return HeldAnswers(django_application)


@pytest.fixture
def traces(held, caplog, capfd, tmp_path, monkeypatch):
    """Return where the secret was left, in words."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def find():
        output = capfd.readouterr()
        places = {
            "log": caplog.text,
            "output": output.out + output.err,
            "held answers": repr(vars(held)),
            "counts": repr([bytes(one._memory) for one in _tables()]),
            "database": repr(list(_rows())),
            "files": repr([path.read_bytes() for path in _files(tmp_path)]),
        }
        return [name for name, content in places.items() if SECRET in content]

    return find


def _tables():
    return counting._counts.tables.values()


def _rows():
    for model in apps.get_models():
        yield from model._default_manager.values_list()


def _files(folder: Path):
    return [path for path in folder.rglob("*") if path.is_file()]


PATHS = ["/en/explain/", "/cy/egluro/", "/en/check/", "/cy/gwirio/"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(("text", "file", "status"), SENT.values(), ids=SENT)
def test_a_text_leaves_nothing_behind(held, traces, path, text, file, status):
    answer = send(Site(held), path, text, file)

    assert answer.status == status
    assert traces() == []


@pytest.mark.parametrize("path", PATHS[::2])
def test_a_text_from_elsewhere_leaves_nothing_behind(held, traces, path):
    answer = send(Site(held), path, TEXT, sec_fetch_site="cross-site")

    assert answer.status == 403
    assert traces() == []


@pytest.mark.parametrize("path", PATHS[::2])
def test_one_text_too_many_leaves_nothing_behind(held, traces, path, settings):
    settings.RATE_LIMIT = "100/minute"
    answers = [send(Site(held), path, TEXT) for _ in range(6)]

    assert answers[-1].status == 429
    assert traces() == []


@pytest.mark.parametrize("path", PATHS[::2])
def test_a_failure_of_ours_leaves_nothing_behind(held, traces, monkeypatch, path):
    def fail(*_, **__):
        raise RuntimeError("broken")

    monkeypatch.setattr("glossary.web.texts.explained.find_terms", fail)
    monkeypatch.setattr("glossary.text_checks.check_text", fail)

    answer = send(Site(held), path, TEXT)

    assert answer.status == 500
    assert traces() == []


SUGGEST = {"en": "/en/suggest/", "cy": "/cy/awgrymu/"}


def send_word(held, word, lang="en", **headers):
    fields = {"word": word, "page": lang, "lang": lang, "met_in": "court-paper"}
    return Site(held).post(
        SUGGEST[lang],
        urlencode(fields).encode(),
        content_type="application/x-www-form-urlencoded",
        **{"sec_fetch_site": "same-origin", **headers},
    )


@pytest.mark.parametrize("lang", SUGGEST)
@pytest.mark.parametrize(
    "word",
    [
        pytest.param(f"{SECRET} hit me", id="sentence"),
        pytest.param(f"Mr {SECRET}", id="person"),
        pytest.param(f"{SECRET} 07700 900123", id="number"),
        pytest.param(f"{SECRET}@a.example", id="address"),
        pytest.param(TEXT, id="long"),
        pytest.param(f"{SECRET} " * 400_000, id="much-too-long"),
    ],
)
def test_what_is_no_word_leaves_nothing_behind(held, traces, lang, word):
    answer = send_word(held, word, lang)

    assert answer.status == 400
    assert traces() == []


def test_a_word_from_elsewhere_leaves_nothing_behind(held, traces):
    answer = send_word(held, SECRET, sec_fetch_site="cross-site")

    assert answer.status == 403
    assert traces() == []


def test_one_word_too_many_leaves_nothing_behind(held, traces):
    for number in range(10):
        send_word(held, f"word {number}")
    answer = send_word(held, SECRET)

    assert answer.status == 429
    assert traces() == []


def test_a_word_that_only_comes_to_the_form_leaves_nothing_behind(held, traces):
    body = urlencode({"word": SECRET}).encode()
    form = "application/x-www-form-urlencoded"

    answer = Site(held).post(SUGGEST["en"], body, content_type=form)

    assert SECRET in answer.text
    assert traces() == []


def test_a_word_is_kept_in_its_one_place_and_nowhere_else(held, traces):
    answer = send_word(held, SECRET)

    assert answer.status == 303
    assert SECRET not in repr(answer.headers)
    assert traces() == ["database"]
    SuggestedWord.objects.all().delete()
    assert traces() == []


def test_the_search_finds_what_is_there(traces, caplog):
    """A search that can find nothing would prove nothing."""
    caplog.set_level("INFO")
    import logging

    logging.getLogger("test").warning(SECRET)

    assert "log" in traces()
