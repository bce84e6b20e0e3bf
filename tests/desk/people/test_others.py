"""The accounts of others, invitations, and the keys of apps: by whoever manages them."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth import authenticate

from glossary.keys import find_key
from glossary.models import Act, Action, ApiKey, Event, Factor, User
from glossary.permissions import acts_of
from tests.desk.conftest import PASSWORD
from tests.desk.people.conftest import known, said
from tests.factories import person
from tests.web.html import read

PEOPLE, ADD, KEYS = "/desk/en/accounts/", "/desk/en/add-account/", "/desk/en/keys/"


@pytest.fixture
def ben(db):
    return person(Act.PUBLISH, name="ben", password=PASSWORD)


def page_of(user):
    return f"/desk/en/person/{user.pk}/"


def link_on(answer):
    """Return the path of the invitation that a page shows."""
    (path,) = re.findall(
        r"<code>https://words\.example(/desk/\S+/)</code>", answer.text
    )
    return path


def main(browser, path):
    return read(browser.get(path).text).one("main")


# Looking


def test_everybody_at_the_desk_sees_who_may_do_what(editor, ben):
    text = main(editor, PEOPLE).text

    assert "ben" in text
    assert "Publish, and bring back what was withdrawn" in text
    assert "Has no second factor" in text
    assert not main(editor, PEOPLE).every("a", href=ADD)


def test_and_changes_nothing(editor, ben):
    assert not main(editor, page_of(ben)).every("form")
    assert editor.get(ADD).status == 403
    paths = [
        f"/desk/en/allow/{ben.pk}/",
        f"/desk/en/invite/{ben.pk}/",
        f"/desk/en/one-person/{ben.pk}/",
        f"/desk/en/change-account/{ben.pk}/close/",
        f"/desk/en/change-account/{ben.pk}/end-sessions/",
        f"/desk/en/change-account/{ben.pk}/forget-factors/",
        ADD,
    ]
    before = Event.objects.count()

    for path in paths:
        fields = {"act": "publish", "name": "anna"}
        assert editor.send(PEOPLE, {**fields, "act": "withdraw"}, to=path).status == 403

    assert Event.objects.count() == before
    assert acts_of(known()) == (Act.PUBLISH,)
    assert known().has_usable_password()


def test_who_is_not_there_has_no_page(manager):
    assert manager.get("/desk/en/person/99999/").status == 404
    assert manager.send(PEOPLE, {}, to="/desk/en/invite/99999/").status == 404


# Adding


def test_an_account_is_made_with_a_link_for_its_owner(manager, browse):
    answer = manager.send(ADD, {"name": "Dewi", "act": "publish"})

    assert answer.status == 200
    dewi = known("dewi")
    assert acts_of(dewi) == (Act.PUBLISH,)
    assert not dewi.has_usable_password()
    assert "Has no password yet" in main(manager, PEOPLE).text
    stranger, link = browse(), link_on(answer)
    assert "dewi" in main(stranger, link).text
    done = stranger.send(link, {"password": "three words of dewi"})
    assert (done.status, done.headers["location"]) == (302, "/desk/en/sign-in/")
    assert stranger.sign_in("dewi", "three words of dewi").status == 302
    assert stranger.get("/desk/en/").status == 200


def test_a_link_works_once(manager, browse):
    link = link_on(manager.send(ADD, {"name": "dewi"}))
    browse().send(link, {"password": "three words of dewi"})

    again = browse().get(link)

    assert "can make another one" in again.text
    assert again.status == 404
    assert "used already, or is too old" in again.text
    assert read(again.text).one("h1").text == "This is not there any more"
    assert not authenticate(username="dewi", password="another three words")


def test_who_has_set_a_password_is_told_to_sign_in_with_it(manager, browse):
    link = link_on(manager.send(ADD, {"name": "dewi"}))
    dewi = browse()

    page = dewi.send(link, {"password": "three words of dewi"}).headers["location"]

    note = read(dewi.get(page).text).one("main").one("p", class_="note")
    assert note.text == "Your password is set. Sign in with it now."


def test_a_password_that_can_be_guessed_is_refused(manager, browse):
    link = link_on(manager.send(ADD, {"name": "dewi"}))

    answer = browse().send(link, {"password": "dewi"})

    assert answer.status == 400
    assert "It needs 15 characters or more." in said(answer)
    assert browse().get(link).status == 200


def test_the_link_is_in_welsh_where_the_page_is(manager, browse):
    answer = manager.send("/desk/cy/ychwanegu-cyfrif/", {"name": "dewi"})

    assert link_on(answer).startswith("/desk/cy/croeso/")
    assert main(browse(), link_on(answer)).one("h1").text == "Dewis cyfrinair"


@pytest.mark.parametrize("name", ["", "two words", "carys", "CARYS"])
def test_what_cannot_be_a_name_is_said(manager, name):
    answer = manager.send(ADD, {"name": name, "act": "publish"})

    assert answer.status == 400
    assert said(answer)
    box = read(answer.text).one("input", value="publish")
    assert "checked" in box.attributes
    assert User.objects.count() == 1


def test_nobody_gives_away_what_they_may_not_do(manager):
    boxes = {
        one.get("value"): "disabled" in one.attributes
        for one in main(manager, ADD).every("input", type="checkbox")
    }
    assert not boxes["publish"]
    assert boxes["withdraw"]

    answer = manager.send(ADD, {"name": "dewi", "act": "withdraw"})

    assert answer.status == 403
    assert not User.objects.filter(username="dewi").exists()


# Changing


def test_what_somebody_may_do_is_what_is_ticked(manager, ben):
    manager.send(page_of(ben), {"act": "manage_keys"}, form=f"/desk/en/allow/{ben.pk}/")

    assert acts_of(known()) == (Act.MANAGE_KEYS,)
    actions = [row.action for row in Event.objects.all()][-2:]
    assert actions == [Action.ACCOUNT_ALLOWED, Action.ACCOUNT_FORBIDDEN]


def test_all_or_nothing_of_it_is_done(manager):
    """The last one who manages accounts unticks that, and ticks something else."""
    carys = known("carys")

    manager.send(page_of(carys), {"act": "publish"}, form=f"/desk/en/allow/{carys.pk}/")

    assert "Only “carys” may manage accounts" in main(manager, page_of(carys)).text
    assert acts_of(known("carys")) == (
        Act.PUBLISH,
        Act.MANAGE_KEYS,
        Act.MANAGE_ACCOUNTS,
    )


def test_an_account_is_closed_and_opened_again(manager, ben, browse):
    inside = browse()
    inside.sign_in("ben", PASSWORD)

    manager.send(page_of(ben), {}, form=f"/desk/en/change-account/{ben.pk}/close/")
    assert not known().is_active
    assert inside.get("/desk/en/").status == 302
    assert "Closed" in main(manager, PEOPLE).text
    assert not main(manager, page_of(ben)).every(
        "form", action=f"/desk/en/invite/{ben.pk}/"
    )

    manager.send(page_of(ben), {}, form=f"/desk/en/change-account/{ben.pk}/reopen/")
    assert known().is_active


def test_what_is_not_ticked_a_closed_account_may_not_do_when_it_is_opened(manager, ben):
    page = manager.get(page_of(ben)).text  # opened before it was closed
    (token,) = {one.get("value") for one in read(page).every("input", type="hidden")}
    User.objects.filter(pk=ben.pk).update(is_active=False)

    manager.post(f"/desk/en/allow/{ben.pk}/", {"csrfmiddlewaretoken": token})
    User.objects.filter(pk=ben.pk).update(is_active=True)

    assert acts_of(known()) == ()


def test_another_link_takes_the_old_password(manager, ben, browse):
    answer = manager.send(page_of(ben), {}, form=f"/desk/en/invite/{ben.pk}/")

    assert authenticate(username="ben", password=PASSWORD) is None
    assert browse().get(link_on(answer)).status == 200


def test_no_link_is_made_to_what_may_do_more(manager):
    mighty = person(is_superuser=True, name="mighty", password=PASSWORD)

    answer = manager.send(page_of(mighty), {}, form=f"/desk/en/invite/{mighty.pk}/")

    assert answer.status == 403
    assert known("mighty").check_password(PASSWORD)


def test_nor_to_what_is_closed(manager, ben):
    ben.is_active = False
    ben.save()

    manager.send(page_of(ben), {}, to=f"/desk/en/invite/{ben.pk}/")

    assert "is closed" in main(manager, page_of(ben)).text


def test_who_has_lost_a_second_factor_is_helped(manager, ben):
    path = f"/desk/en/change-account/{ben.pk}/forget-factors/"
    assert not main(manager, page_of(ben)).every("form", action=path)
    Factor.objects.create(
        account=ben, kind="app", name="x", secret="x", added_at=ben.date_joined
    )

    manager.send(page_of(ben), {}, form=path)

    assert not Factor.objects.filter(account=ben).exists()


def test_somebody_is_signed_out_everywhere(manager, ben, browse):
    inside = browse()
    inside.sign_in("ben", PASSWORD)

    manager.send(
        page_of(ben), {}, form=f"/desk/en/change-account/{ben.pk}/end-sessions/"
    )

    assert inside.get("/desk/en/").status == 302


def test_two_accounts_are_one_persons_and_no_longer(manager, ben):
    dewi = person(name="dewi")
    path = f"/desk/en/one-person/{ben.pk}/"

    manager.send(page_of(ben), {"name": "dewi"}, form=path)
    assert known("ben").person == known("dewi").person
    assert main(manager, page_of(dewi)).every("a", href=page_of(ben))

    own = f"/desk/en/change-account/{dewi.pk}/own-person/"
    manager.send(page_of(dewi), {}, form=own)
    assert known("ben").person != known("dewi").person


def test_nobody_is_one_person_with_the_first_of_a_list(manager, ben):
    person(name="dewi")
    path = f"/desk/en/one-person/{ben.pk}/"
    chosen = main(manager, page_of(ben)).one("select").every("option")[0]

    manager.send(page_of(ben), {"name": chosen.get("value")}, form=path)

    page = main(manager, page_of(ben))
    assert page.one("p", role="alert").text == "Choose one from the list."
    assert not User.objects.exclude(same_as=None).exists()


def test_where_nothing_is_ticked_otherwise_nothing_is_said_to_be_changed(manager, ben):
    before = Event.objects.count()

    manager.send(page_of(ben), {"act": "publish"}, form=f"/desk/en/allow/{ben.pk}/")

    assert (
        "Nothing was changed"
        in main(manager, page_of(ben)).one("p", role="status").text
    )
    assert Event.objects.count() == before


def test_what_no_button_says_is_not_there(manager, ben):
    path = f"/desk/en/change-account/{ben.pk}/delete/"

    assert manager.send(PEOPLE, {}, to=path).status == 404


@pytest.mark.parametrize("what", ["close", "reopen", "end-sessions", "forget-factors"])
def test_nothing_is_done_by_a_link(manager, ben, what):
    assert manager.get(f"/desk/en/change-account/{ben.pk}/{what}/").status == 405


# Keys


def test_a_key_is_shown_once(manager):
    answer = manager.send(KEYS, {"name": " an  app "}, form="/desk/en/issue-key/")

    (secret,) = re.findall(r"<code>(plainwords_\S+)</code>", answer.text)
    assert find_key(f"Bearer {secret}").name == "an app"
    assert secret not in manager.get(KEYS).text
    assert "an app" in manager.get(KEYS).text


@pytest.mark.parametrize("name", ["", " ", "x" * 101, "taken"])
def test_what_cannot_be_the_name_of_a_key_is_said(manager, name):
    manager.send(KEYS, {"name": "taken"}, form="/desk/en/issue-key/")

    manager.send(KEYS, {"name": name}, form="/desk/en/issue-key/")

    assert read(manager.get(KEYS).text).one("p", role="alert")
    assert ApiKey.objects.count() == 1


def test_a_key_is_made_worthless(manager):
    manager.send(KEYS, {"name": "an app"}, form="/desk/en/issue-key/")
    path = f"/desk/en/revoke-key/{ApiKey.objects.get().pk}/"

    manager.send(KEYS, {}, form=path)

    assert not ApiKey.objects.valid().exists()
    assert "Worthless since" in main(manager, KEYS).text
    assert not main(manager, KEYS).every("form", action=path)
    manager.send(KEYS, {}, to=path)
    assert manager.send(KEYS, {}, to="/desk/en/revoke-key/999/").status == 404


def test_who_manages_no_keys_sees_them_and_changes_none(editor):
    assert "There is no key yet." in main(editor, KEYS).text
    assert not main(editor, KEYS).every("form")

    answer = editor.send(KEYS, {"name": "x"}, to="/desk/en/issue-key/")

    assert answer.status == 403
    assert not ApiKey.objects.exists()
