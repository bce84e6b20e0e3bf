"""What the product allows where nobody sets anything, counted out to the last request."""

from __future__ import annotations

import pytest

from explainer.environment import SETTINGS
from glossary.document import short_code
from glossary.keys import issue_key
from glossary.limits import of_addresses, of_keys, take
from glossary.models import ApiKey
from tests.factories import OPERATOR, published
from tests.files.office import word
from tests.web.sending import send

pytestmark = pytest.mark.django_db

SENDER = "127.0.0.1"
ENTRY = "/api/v1/entries/problem-profile/"


@pytest.fixture(autouse=True)
def _as_it_comes(db, settings):
    published()
    for name in ("RATE_LIMIT", "KEY_RATE_LIMIT"):
        setattr(settings, name, SETTINGS[name].default)


def page(site, number):
    return site.get(f"/en/search/?q=a{number}")


def leaflet(site, number):
    word_code = short_code("problem-profile")
    return site.get(f"/en/leaflet.pdf?t={word_code}&in={('england', 'wales')[number]}")


def explained(site, number):
    return send(site, "/en/explain/", f"The profile {number}.")


def checked(site, number):
    return send(site, "/cy/gwirio/", f"The profile {number}.")


def file_explained(site, number):
    return send(site, "/en/explain/", file=("a.docx", word(f"The profile {number}.")))


def annotated(site, number):
    return site.post("/api/v1/annotate/", {"text": f"The profile {number}."})


def checked_by_an_app(site, number):
    return site.post("/api/v1/check/", {"text": f"The profile {number}."})


@pytest.mark.parametrize(
    ("ask", "times"),
    [
        pytest.param(page, 600, id="pages"),
        pytest.param(leaflet, 30, id="leaflets"),
        pytest.param(explained, 30, id="texts-to-explain"),
        pytest.param(checked, 30, id="texts-to-check"),
        pytest.param(file_explained, 10, id="files"),
        pytest.param(annotated, 600, id="texts-of-an-app"),
        pytest.param(checked_by_an_app, 120, id="texts-that-an-app-has-checked"),
    ],
)
def test_an_address_may_have_so_many_in_a_minute(site, clock, ask, times):
    all_but_one = 600 - 600 // times
    take(of_addresses(), SENDER, all_but_one)

    assert [ask(site, number).status for number in range(2)] == [200, 429]
    clock.now += 60
    assert ask(site, 1).status == 200


def test_an_app_with_a_key_may_have_ten_times_as_many(site):
    key = {"authorization": f"Bearer {issue_key(name='an app', actor=OPERATOR)}"}
    take(of_keys(), str(ApiKey.objects.get().pk), 5_999)

    assert [site.get(ENTRY, **key).status for _ in range(2)] == [200, 429]
