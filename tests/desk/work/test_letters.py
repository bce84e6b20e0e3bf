"""Letters are asked for at the desk, in the language of the page, and stopped there."""

from __future__ import annotations

import pytest

from glossary.models import Act
from glossary.queue import ask_for_digest, digest_of
from tests.desk.conftest import PASSWORD
from tests.factories import person
from tests.web.html import read

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _a_server_for_mail(settings):
    settings.SENDS_LETTERS = True


@pytest.fixture
def elin(db):
    return person(
        Act.SIGN_OFF_EDITOR, name="elin", email="elin@mail.example", password=PASSWORD
    )


def test_at_the_desk_it_is_asked_for_and_stopped(browse, elin):
    desk = browse()
    desk.sign_in("elin", PASSWORD)

    desk.send("/desk/cy/", {"wanted": "yes"}, form="/desk/cy/llythyr/")
    assert digest_of(elin).lang == "cy"

    desk.send("/desk/en/", {"wanted": "no"}, form="/desk/en/letter/")
    assert digest_of(elin) is None


@pytest.mark.parametrize(
    ("email", "sends", "said"),
    [
        ("", True, "your account has no e-mail address"),
        ("a@mail.example", True, "once a day at most"),
        ("a@mail.example", False, None),
    ],
)
def test_the_desk_offers_what_there_is(browse, settings, email, sends, said):
    settings.SENDS_LETTERS = sends
    person("write_en", name="wen", email=email, password=PASSWORD)
    desk = browse()
    desk.sign_in("wen", PASSWORD)

    main = read(desk.get("/desk/en/").text).one("main")

    assert bool(main.every("h2", id="letter")) == (said is not None)
    assert (said or "") in main.text


def test_who_has_no_address_any_more_is_told_so_and_can_stop_it(browse, elin):
    ask_for_digest(lang="en", actor=elin)
    elin.email = ""
    elin.save(update_fields=["email"])
    desk = browse()
    desk.sign_in("elin", PASSWORD)

    main = read(desk.get("/desk/en/").text).one("main")
    assert "your account has no e-mail address" in main.text
    assert "You get a letter" not in main.text

    desk.send("/desk/en/", {"wanted": "no"}, form="/desk/en/letter/")
    assert digest_of(elin) is None
