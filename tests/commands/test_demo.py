"""The demonstration has people of each role and work in every state, and says so."""

from __future__ import annotations

import re

import pytest
from django.core.management import CommandError

from glossary.management.starting import require_told
from glossary.models import (
    Act,
    Event,
    Publication,
    Revision,
    RevisionState,
    User,
    every_act,
)
from glossary.permissions import acts_of
from glossary.review import still_required
from tests.factories import person
from tests.web.html import read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_glossary")]


@pytest.fixture
def demo(settings, run, monkeypatch):
    """Fill a database that has the starter glossary, and return what was said."""
    settings.DEMO = True
    monkeypatch.setattr("glossary.management.commands.demo.make_ready", lambda _: None)
    return lambda: run("demo")


def test_each_role_has_somebody_whose_password_is_printed(demo):
    said = demo()

    found = dict(re.findall(r"^  (demo-\S+) +(\S+)$", said, re.MULTILINE))
    assert len(found) == User.objects.count() == 8
    for name, password in found.items():
        user = User.objects.get(username=name)
        assert user.check_password(password)
        assert acts_of(user)
    assert len(set(found.values())) == len(found)


def test_whatever_the_desk_can_do_somebody_may_and_two_may_erase(demo):
    demo()

    acts = [act for user in User.objects.all() for act in acts_of(user)]
    by_files = {Act.LOAD_REVIEWED_CONTENT, Act.ADD_DOCUMENT_TEXTS}
    assert set(acts) == set(every_act()) - by_files
    assert acts.count(Act.ERASE) == 2


def test_there_is_work_in_every_state(demo):
    demo()

    here = Revision.objects.filter(arrival="written-here")
    assert {row.state for row in here} == set(RevisionState) - {"superseded"}
    waits = [row for row in here.filter(state="submitted") if still_required(row)]
    assert len(waits) == 2
    shown = Publication.objects.current().filter(revision__in=here)
    assert shown.count() == 1
    assert Publication.objects.withdrawn().count() == 1


def test_a_second_start_gives_new_passwords_and_no_more_work(demo):
    first = demo()
    count = Revision.objects.count(), User.objects.count()

    assert demo() != first
    assert (Revision.objects.count(), User.objects.count()) == count


def test_every_page_says_that_it_is_for_trying(demo, doors):
    demo()

    for page in ("/en/", "/en/about/", "/desk/en/sign-in/"):
        text = read(doors.get(f"https://testserver{page}").text).one("body").text
        assert "invented" in text
    assert (
        "ddychmygol" in read(doors.get("https://testserver/cy/").text).one("body").text
    )


def test_no_other_site_says_so(doors):
    assert "invented" not in doors.get("https://testserver/desk/en/sign-in/").text


def test_it_needs_to_be_told(run):
    with pytest.raises(CommandError, match="DEMO=yes"):
        run("demo")


def test_real_accounts_are_left_alone(demo):
    person(name="anna")

    with pytest.raises(CommandError, match="real accounts"):
        demo()

    assert list(User.objects.values_list("username", flat=True)) == ["anna"]


def test_invented_people_are_never_served_as_real_ones(demo, settings):
    demo()
    require_told()
    settings.DEMO = False

    with pytest.raises(CommandError, match="invented people"):
        require_told()


def test_it_is_written_down_and_counts_as_filled(demo):
    demo()

    assert Event.objects.filter(action="demo-filled").count() == 1
