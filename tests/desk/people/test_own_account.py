"""One's own account: second factors, codes for paper, password, mail, sessions."""

from __future__ import annotations

import base64
import json
import re

import pytest
from django.contrib.auth import authenticate
from django.contrib.sessions.models import Session

from glossary import accounts, second_factors
from glossary.desk.browsers import browser_of
from glossary.models import Act, Event, Factor, RecoveryCode
from glossary.second_factors.codes import code_at
from tests.desk.conftest import PASSWORD
from tests.desk.people.conftest import known, said
from tests.factories import OPERATOR, person
from tests.second_factors.device import Device
from tests.web.html import read

HOME, ACCOUNT = "/desk/en/", "/desk/en/account/"
FACTORS, APP = "/desk/en/second-factors/", "/desk/en/add-app/"
PASSKEY = "/desk/en/add-passkey/"


def secret_on(page):
    """Return the secret that a page shows, as an app would keep it."""
    return base64.b32decode(shown_secret(page).replace(" ", ""))


def shown_secret(page):
    (shown,) = re.findall(r"<code>([A-Z2-7 ]+)</code>", page)
    return shown


def add_app(browser, time, name="my phone"):
    """Add an app as somebody does: the page, then the code that the app shows."""
    page = browser.get(APP).text
    token = read(page).every("input", name="csrfmiddlewaretoken")[0].get("value")
    code = code_at(secret_on(page), int(time.now) // 30)
    fields = {"csrfmiddlewaretoken": token, "code": code, "name": name}
    return browser.post(APP, fields)


def codes_on(answer):
    return [one.text for one in read(answer.text).one("main").one("ol").every("code")]


# Whoever must have one has one first


@pytest.mark.parametrize(
    "path",
    [
        HOME,
        "/desk/en/documents/",
        "/desk/en/accounts/",
        "/desk/en/keys/",
        "/desk/en/add-account/",
        "/desk/en/email/",
    ],
)
def test_a_newcomer_does_nothing_before_there_is_a_second_factor(newcomer, path):
    answer = newcomer.get(path)

    assert (answer.status, answer.headers["location"]) == (302, FACTORS)
    page = read(newcomer.get(FACTORS).text)
    assert "Before you do anything else" in page.one("main").text
    assert page.one("main").every("a", href=PASSKEY)


def test_who_may_only_look_is_not_told_that_they_change_things(browse, settings, db):
    settings.DESK_SECOND_FACTOR = ["everybody"]
    person(name="ben", password=PASSWORD)
    browser = browse()
    browser.sign_in("ben", PASSWORD)

    page = read(browser.get(FACTORS).text).one("main").text

    assert "You need a second factor here" in page
    assert "You may change" not in page


@pytest.mark.parametrize("path", [ACCOUNT, FACTORS, APP, PASSKEY, "/desk/en/password/"])
def test_but_what_leads_to_one(newcomer, path):
    assert newcomer.get(path).status == 200


def test_then_everything_is_open(newcomer, time):
    add_app(newcomer, time)

    assert newcomer.get(HOME).status == 200


def test_who_need_not_have_one_is_let_in_without(browse, settings, db):
    settings.DESK_SECOND_FACTOR = ["changes"]
    person("write_en", name="ben", password=PASSWORD)
    browser = browse()
    browser.sign_in("ben", PASSWORD)

    assert browser.get(HOME).status == 200


# An app


def test_an_app_is_added_with_the_code_that_it_shows(newcomer, time):
    answer = add_app(newcomer, time)

    assert answer.status == 200
    factor = Factor.objects.get()
    assert (factor.account.username, factor.name) == ("ben", "my phone")
    assert len(codes_on(answer)) == 10
    assert answer.headers["cache-control"] == "no-store"


def test_what_an_app_reads_names_this_site_and_the_account(newcomer):
    page = read(newcomer.get(APP).text)
    (link,) = [
        one
        for one in page.one("main").every("a")
        if one.get("href").startswith("otpauth:")
    ]

    assert link.get("href").startswith("otpauth://totp/words.example:ben?secret=")
    assert "issuer=words.example" in link.get("href")
    assert page.one("main").every("svg")
    assert "style=" not in newcomer.get(APP).text


def test_a_wrong_code_adds_none_and_the_secret_stays(newcomer, time):
    before = secret_on(newcomer.get(APP).text)
    token = read(newcomer.get(FACTORS).text).every("input", name="csrfmiddlewaretoken")
    fields = {"csrfmiddlewaretoken": token[0].get("value"), "code": "000000"}

    answer = newcomer.post(APP, fields)

    assert answer.status == 400
    assert said(answer)
    assert secret_on(answer.text) == before
    assert not Factor.objects.exists()


def test_a_code_without_the_page_leads_to_it(newcomer):
    answer = newcomer.send(FACTORS, {"code": "000000"}, to=APP)

    assert (answer.status, answer.headers["location"]) == (302, APP)


def test_no_table_has_the_secret(newcomer, time):
    from tests.desk.test_traces import rows

    page = newcomer.get(APP).text
    add_app(newcomer, time)

    shown = shown_secret(page)
    kept = "".join(rows())
    assert shown not in kept
    assert shown.replace(" ", "") not in kept
    assert secret_on(page).hex() not in kept


# A passkey


def add_passkey(browser, device, name="my key"):
    page = read(browser.get(PASSKEY).text)
    box = page.one("div", class_="desk-passkey")
    token = page.every("input", name="csrfmiddlewaretoken")[0].get("value")
    asked = browser.post(box.get("data-ask"), {"csrfmiddlewaretoken": token})
    fields = {"csrfmiddlewaretoken": token, "passkey": device.make(asked.json)}
    return browser.post(PASSKEY, {**fields, "name": name})


def test_a_passkey_is_added(newcomer):
    answer = add_passkey(newcomer, Device())

    assert answer.status == 200
    assert len(codes_on(answer)) == 10
    assert Factor.objects.get().name == "my key"
    assert "my key" in newcomer.get(FACTORS).text


def test_what_was_not_asked_is_not_added(newcomer):
    answer = newcomer.send(PASSKEY, {"passkey": json.dumps({})})

    assert answer.status == 400
    assert said(answer) == ["The passkey could not be added."]


def test_a_second_one_gives_no_new_codes(newcomer, time):
    add_app(newcomer, time)

    answer = add_passkey(newcomer, Device())

    assert (answer.status, answer.headers["location"]) == (302, FACTORS)
    assert RecoveryCode.objects.count() == 10
    assert Factor.objects.count() == 2


def test_who_came_in_elsewhere_without_it_is_out(newcomer, browse, time):
    other = browse()
    other.sign_in("ben", PASSWORD)

    add_app(newcomer, time)

    assert other.get(ACCOUNT).status == 302
    assert newcomer.get(ACCOUNT).status == 200


# What there is


def test_each_is_listed_and_can_be_called_something_else(manager, carys):
    page = read(manager.get(FACTORS).text).one("main")
    assert [one.text for one in page.every("h2", class_="item-name")] == [
        "phone",
        "key",
    ]
    assert "Codes that are left: 10" in page.text
    number = Factor.objects.get(name="phone").pk

    manager.send(
        FACTORS, {"name": "<b>old</b>"}, form=f"/desk/en/rename-factor/{number}/"
    )

    names = read(manager.get(FACTORS).text).every("h2", class_="item-name")
    assert names[0].text == "<b>old</b>"


def test_who_removed_the_last_one_adds_one_before_they_do_more(
    browse, settings, codes, time
):
    settings.DESK_SECOND_FACTOR = ["changes"]
    ben = person("write_en", name="ben", password=PASSWORD)
    factor = second_factors.add_app(
        account=ben, salt="another", code=codes("another"), name="phone"
    )
    inside, elsewhere = browse(), browse()
    for browser in (inside, elsewhere):
        time.now += 90
        step = browser.sign_in("ben", PASSWORD).headers["location"]
        browser.send(step, {"proof-code": codes("another")})
    inside.send(FACTORS, {}, form=f"/desk/en/remove-factor/{factor.pk}/")

    accounts.allow(name="ben", acts=[Act.PUBLISH], actor=OPERATOR)

    assert inside.get("/desk/en/publish/").headers["location"] == FACTORS
    assert "/sign-in/" in elsewhere.get("/desk/en/publish/").headers["location"]


def test_one_is_removed(manager, carys):
    number = Factor.objects.get(name="phone").pk

    manager.send(FACTORS, {}, form=f"/desk/en/remove-factor/{number}/")

    assert [one.name for one in Factor.objects.all()] == ["key"]
    assert "It is removed." in manager.get(FACTORS).text


def test_the_last_one_stays_where_there_must_be_one(newcomer, time):
    add_app(newcomer, time)
    number = Factor.objects.get().pk

    newcomer.send(FACTORS, {}, form=f"/desk/en/remove-factor/{number}/")

    assert "Add another second factor" in newcomer.get(FACTORS).text
    assert Factor.objects.exists()


def test_nobody_elses_is_touched(manager, browse):
    ben = person(name="ben")
    other = Factor.objects.create(
        account=ben, kind="app", name="bens", secret="x", added_at=ben.date_joined
    )

    for what in ("rename-factor", "remove-factor"):
        path = f"/desk/en/{what}/{other.pk}/"
        assert manager.send(FACTORS, {"name": "x"}, to=path).status == 404

    other.refresh_from_db()
    assert other.name == "bens"


@pytest.mark.parametrize("number", ["x", "0", "9" * 30, "-1", "١"])
def test_a_number_that_is_none_is_not_found(manager, number):
    path = f"/desk/en/remove-factor/{number}/"

    assert manager.send(FACTORS, {}, to=path).status == 404


def test_new_codes_are_shown_once_and_the_old_ones_are_void(manager, carys):
    answer = manager.send(FACTORS, {}, form="/desk/en/recovery-codes/")

    codes = codes_on(answer)
    assert len(codes) == 10
    assert not {*codes} & {*carys.paper}
    assert codes[0] not in manager.get(FACTORS).text


def test_without_a_second_factor_there_are_no_codes(browse, db):
    person(name="ben", password=PASSWORD)
    browser = browse()
    browser.sign_in("ben", PASSWORD)

    answer = browser.send(FACTORS, {}, to="/desk/en/recovery-codes/")

    assert "You have none yet." in answer.text
    assert not RecoveryCode.objects.exists()


# Password and mail


def test_ones_password_is_changed_and_one_stays_in(editor, browse):
    other = browse()
    other.sign_in("anna", PASSWORD)

    answer = editor.send("/desk/en/password/", {"password": "three other words"})

    assert (answer.status, answer.headers["location"]) == (302, ACCOUNT)
    assert editor.get(ACCOUNT).status == 200
    assert other.get(ACCOUNT).status == 302
    assert authenticate(username="anna", password="three other words")


def test_why_a_password_is_refused_is_said(editor):
    answer = editor.send("/desk/en/password/", {"password": "short"})

    assert answer.status == 400
    assert said(answer) == ["It needs 15 characters or more."]


def test_where_mail_goes_is_ones_own_to_say(editor):
    editor.send("/desk/en/email/", {"email": "Anna@Example.org"})

    assert known("anna").email == "anna@example.org"
    assert "Mail goes to: anna@example.org" in editor.get(ACCOUNT).text
    assert (
        read(editor.get("/desk/en/email/").text).one("input", id="email").get("value")
        == "anna@example.org"
    )


def test_what_is_no_address_is_refused(editor):
    answer = editor.send("/desk/en/email/", {"email": "anna"})

    assert said(answer) == ["That is no e-mail address."]
    field = read(answer.text).one("input", id="email")
    assert (answer.status, field.get("value")) == (400, "anna")
    assert known("anna").email == ""


# Sessions


def seats(browser):
    page = read(browser.get(ACCOUNT).text).one(
        "section", **{"aria-labelledby": "sessions"}
    )
    return [one.text for one in page.one("div", class_="items").every("div")]


FIREFOX = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
)


def test_where_one_is_signed_in_is_listed(editor, browse):
    other = browse(address="198.51.100.3")
    other.sign_in("anna", PASSWORD, user_agent=FIREFOX)

    here, there = seats(editor)

    assert "Here" in here
    assert "A browser that we do not know" in here
    assert there.startswith("Firefox – Windows Since: ")
    assert "1970" not in here + there
    assert "198.51.100" not in editor.get(ACCOUNT).text
    keys = Session.objects.values_list("session_key", flat=True)
    assert not any(key in editor.get(ACCOUNT).text for key in keys)


def test_one_is_ended(editor, browse):
    other = browse()
    other.sign_in("anna", PASSWORD)
    (button,) = [
        one
        for one in read(editor.get(ACCOUNT).text).every("form")
        if "/end-session/" in one.get("action")
    ]

    editor.send(ACCOUNT, {}, form=button.get("action"))

    assert other.get(HOME).status == 302
    assert editor.get(HOME).status == 200


def test_all_others_are_ended(editor, browse):
    others = [browse() for _ in range(2)]
    for other in others:
        other.sign_in("anna", PASSWORD)
    ben = person(name="ben", password=PASSWORD)
    bens = browse()
    bens.sign_in("ben", PASSWORD)

    editor.send(ACCOUNT, {}, form="/desk/en/end-others/")

    assert [one.get(HOME).status for one in others] == [302, 302]
    assert [one.get(HOME).status for one in (editor, bens)] == [200, 200]
    assert len(accounts.seats_of(ben)) == 1


def test_nobody_ends_anybody_elses(editor, browse):
    person(name="ben", password=PASSWORD)
    other = browse()
    other.sign_in("ben", PASSWORD)
    name = accounts.seats_of(known())[0].name

    answer = editor.send(ACCOUNT, {}, to=f"/desk/en/end-session/{name}/")

    assert answer.status == 404
    assert other.get(HOME).status == 200


AGENTS = {
    FIREFOX: ["Firefox", "Windows"],
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1": [
        "Safari",
        "iPhone",
    ],
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0": [
        "Edge",
        "Windows",
    ],
    "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36": [
        "Chrome",
        "Android",
    ],
    "curl/8": [],
    "": [],
    "<script>Firefox/1": ["Firefox"],
}


@pytest.mark.parametrize(("agent", "names"), AGENTS.items(), ids=range(len(AGENTS)))
def test_a_browser_goes_by_its_rough_name(agent, names):
    assert browser_of(agent) == names


def test_a_closed_account_is_out_wherever_it_was(manager, carys):
    accounts.close_account(name="carys", actor=OPERATOR)
    accounts.reopen_account(name="carys", actor=OPERATOR)

    assert manager.get(HOME).status == 302
    assert Event.objects.filter(action="account-closed").exists()


WELSH = {
    "/desk/cy/cyfrif/": "Eich cyfrif",
    "/desk/cy/ail-ffactorau/": "Eich ail ffactorau",
    "/desk/cy/ychwanegu-ap/": "Ychwanegu ap sy'n dangos codau",
    "/desk/cy/ychwanegu-cyfrinallwedd/": "Ychwanegu cyfrinallwedd",
    "/desk/cy/cyfrinair/": "Newid eich cyfrinair",
    "/desk/cy/e-bost/": "Eich cyfeiriad e-bost",
    "/desk/cy/pobl/": "Pobl",
    "/desk/cy/ychwanegu-cyfrif/": "Ychwanegu cyfrif",
    "/desk/cy/allweddi/": "Allweddi i apiau",
}


@pytest.mark.parametrize(("path", "title"), WELSH.items())
def test_each_page_is_in_welsh_too(manager, path, title):
    page = read(manager.get(path).text)

    assert page.one("html").get("lang") == "cy"
    assert page.one("h1").text == title
    (other,) = page.one("nav", class_="tongues").every("a")
    assert manager.get(other.get("href")).status == 200
