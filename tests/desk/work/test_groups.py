"""The queue: how much of everything there is, and each group on a page of its own."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlencode

import pytest
from django.utils import timezone

from glossary.closed_lists import ErasureReason
from glossary.document import DocumentKind, Name
from glossary.models import (
    Act,
    Claim,
    Event,
    Remark,
    Schedule,
    SuggestedWord,
    User,
)
from glossary.publishing import ask_to_erase, erase_alone, schedule_publication
from glossary.queue import GROUPS, claim
from glossary.review import begin_draft, return_to_writer
from tests.desk.conftest import PASSWORD
from tests.factories import (
    OPERATOR,
    named,
    person,
    published,
    section,
    suggested,
    topic,
    withdrawn,
)
from tests.review.writing import (
    ENGLISH,
    SIGNS,
    WELSH,
    WRITES,
    approved,
    saved,
    signed,
    somebody,
    submitted,
)
from tests.web.html import read

pytestmark = pytest.mark.django_db
HOME = "/desk/en/"
PATHS = {group.name: f"/desk/en/{group.name}/" for group in GROUPS}


@pytest.fixture
def me(db):
    """Somebody who may do all that there is to do with texts."""
    acts = (*WRITES, *SIGNS, Act.PUBLISH, Act.FORGET_SUGGESTIONS, Act.ERASE)
    return person(*acts, name="wen", password=PASSWORD)


@pytest.fixture
def desk(browse, me):
    browser = browse()
    browser.sign_in("wen", PASSWORD)
    return browser


def counts(desk):
    """Return how much of everything the first page says that there is."""
    main = read(desk.get(HOME).text).one("main")
    links = [one.one("a") for one in main.every("h2", class_="item-name")]
    names = {path: name for name, path in PATHS.items()}
    return {
        names[link.get("href")]: int(link.text.rpartition(" ")[2]) for link in links
    }


def listed(desk, group, **asked):
    """Return what a group lists, by its heading."""
    answer = desk.get(f"{PATHS[group]}?{urlencode(asked)}")
    assert answer.status == 200
    return read(answer.text).one("main").every("h2", class_="item-name")


def titles(desk, group, **asked):
    return [one.text for one in listed(desk, group, **asked)]


def main_of(desk, group):
    return read(desk.get(PATHS[group]).text).one("main").text


def drafted(key, actor, **more):
    start = {"languages": {"en": {"terms": [{"text": f"the word {key}"}]}}}
    name = Name(DocumentKind.ENTRY, key)
    return begin_draft(name=name, actor=actor, start=start, **more)


def remark(text="Who says so?"):
    return [Remark(place="/languages/en/short", reason="no-source", text=text)]


@pytest.mark.parametrize("lang", ["en", "cy"])
@pytest.mark.parametrize("group", [group.name for group in GROUPS])
def test_a_group_without_anything_says_so(desk, lang, group):
    home = read(desk.get(f"/desk/{lang}/").text).one("main")
    links = [one.get("href") for one in home.every("a")]
    path = links[[one.name for one in GROUPS].index(group)]

    answer = desk.get(path)

    assert answer.status == 200
    assert not read(answer.text).one("main").every("ol", class_="items")
    assert read(answer.text).one("h1").text


def test_all_is_counted(desk, me):
    assert set(counts(desk)) == set(PATHS)
    assert set(counts(desk).values()) == {0}


def test_my_drafts_are_mine_to_write(desk, me):
    drafted("mine", me)
    drafted("not-mine", somebody("ben"))

    assert titles(desk, "to-write") == ["the word mine"]
    assert titles(desk, "under-way") == ["the word mine", "the word not-mine"]
    assert counts(desk)["to-write"] == 1


def test_what_another_account_of_mine_wrote_is_mine(desk, me):
    other = somebody("wen-2")
    other.same_as = me
    other.save()
    drafted("mine", other)

    assert titles(desk, "to-write") == ["the word mine"]


def test_what_i_began_is_found_again_and_let_go(desk):
    published("grooming")
    page = "/desk/en/document/entry/grooming/"
    desk.send(page, {}, form="/desk/en/begin/entry/grooming/")

    assert titles(desk, "to-write") == ["grooming"]
    assert "Draft, begun: nothing is written in it yet" in main_of(desk, "to-write")
    assert counts(desk)["to-write"] == 1

    (found,) = listed(desk, "to-write")
    ways = read(desk.get(found.one("a").get("href")).text).one("main")
    (way,) = [one for one in ways.every("a") if one.text == "Give it up"]
    desk.send(way.get("href"), {})

    assert titles(desk, "to-write") == []
    assert titles(desk, "under-way") == []


def test_what_another_account_of_mine_began_is_mine(desk, me):
    published("grooming")
    other = somebody("wen-2")
    other.same_as = me
    other.save()
    begin_draft(name=named("grooming"), actor=other)

    assert titles(desk, "to-write") == ["grooming"]


def test_what_others_began_is_theirs_alone(desk):
    published("grooming")
    begin_draft(name=named("grooming"), actor=somebody("ben"))

    assert titles(desk, "to-write") == []
    assert "Draft, begun: nothing is written in it yet" in main_of(desk, "under-way")


def test_what_i_began_is_whose_words_are_in_it(desk, me):
    published("grooming")
    row = begin_draft(name=named("grooming"), actor=me)
    saved(row, somebody("ben"), en="Another text.")

    assert titles(desk, "to-write") == []
    assert "nothing is written" not in main_of(desk, "under-way")


def test_what_came_back_says_why(desk, me):
    revision = submitted(me)
    return_to_writer(revision=revision, remarks=remark(), actor=somebody("ben"))

    assert titles(desk, "returned") == ["grooming"]
    assert "No source says this: Who says so?" in main_of(desk, "returned")
    assert counts(desk)["to-write"] == 0


def test_what_came_back_before_does_not_say_its_old_reasons(desk, me):
    from glossary.review import submit_draft

    revision = submitted(me)
    ben = somebody("ben")
    return_to_writer(revision=revision, remarks=remark("The first."), actor=ben)
    revision = saved(revision, me, en="A better text.")
    revision = submit_draft(revision=revision, actor=me)
    return_to_writer(revision=revision, remarks=remark("The second."), actor=ben)

    text = main_of(desk, "returned")

    assert "The second." in text
    assert "The first." not in text


def test_what_others_submitted_is_mine_to_review(desk, me):
    submitted(somebody("ben"), en="New.", cy="Newydd.")

    assert titles(desk, "to-review") == ["grooming"]
    text = main_of(desk, "to-review")
    assert "Editor (English)" in text
    assert "Welsh-language editor (Cymraeg)" in text
    assert titles(desk, "to-review", lang="cy") == ["grooming"]


def test_what_i_signed_off_is_no_longer_mine(desk, me):
    revision = submitted(somebody("ben"), en="New.", cy="Newydd.")
    signed(revision, me, WELSH)

    assert "Welsh-language" not in main_of(desk, "to-review")
    assert titles(desk, "to-review", lang="cy") == []
    assert titles(desk, "to-review", lang="en") == ["grooming"]


@pytest.mark.parametrize("author", ["myself", "nobody-known"])
def test_what_i_may_not_sign_off_is_not_mine(desk, me, author):
    from glossary.models import Author

    revision = submitted(me if author == "myself" else somebody("ben"))
    if author == "nobody-known":
        Author.objects.create(revision=revision, name="the command line")

    assert titles(desk, "to-review") == []
    assert counts(desk)["to-review"] == 0


def test_who_signs_one_language_off_is_not_asked_for_another(browse):
    person(Act.SIGN_OFF_WELSH, name="elin", password=PASSWORD)
    browser = browse()
    browser.sign_in("elin", PASSWORD)
    submitted(somebody("ben"), en="New.")

    assert titles(browser, "to-review") == []


def test_what_is_approved_waits_to_be_published(desk):
    revision = approved(somebody("ben"), somebody("carys"))

    assert titles(desk, "to-publish") == ["grooming"]
    assert titles(desk, "to-review") == []

    from glossary.publishing import publish_revisions

    publish_revisions(revisions=[revision], actor=somebody("dai"))
    assert titles(desk, "to-publish") == []


def test_a_sign_off_that_is_too_old_is_asked_for_again(desk, monkeypatch, settings):
    approved(somebody("ben"), somebody("carys"))
    settings.SIGN_OFF_DAYS = 0

    assert titles(desk, "to-publish") == []
    assert titles(desk, "to-review") == ["grooming"]


def test_what_was_overtaken_is_nobodys_to_review_or_publish(desk):
    approved(somebody("ben"), somebody("carys"))
    published("grooming", as_at="2025-01-01")

    assert titles(desk, "to-publish") == []
    assert titles(desk, "to-review") == []


def test_a_language_that_is_behind_is_named(desk):
    published("grooming")
    published("police-force", languages={"en": section("police force")})

    assert titles(desk, "behind") == ["police force"]
    assert "Cymraeg · Not written yet" in main_of(desk, "behind")
    assert titles(desk, "behind", lang="cy") == ["police force"]
    assert titles(desk, "behind", lang="en") == []
    assert counts(desk)["behind"] == 1


def test_a_language_that_lacks_a_change_is_behind(desk):
    published("grooming")
    changed = {"en": {**section("grooming"), "short": "Another meaning."}}
    from tests.factories import entry_data

    languages = entry_data("grooming")["languages"] | changed
    published("grooming", languages=languages)

    assert titles(desk, "behind") == ["grooming"]
    assert "The other language has changed since" in main_of(desk, "behind")


@pytest.mark.parametrize(
    ("days", "found"), [(-1, True), (0, True), (30, True), (31, False)]
)
def test_what_is_due_within_thirty_days_is_there(desk, days, found):
    day = timezone.localdate() + dt.timedelta(days=days)
    _due("grooming", day)

    assert titles(desk, "due") == (["grooming"] if found else [])
    assert ("Overdue: 1" in read(desk.get(HOME).text).one("main").text) == (days < 0)


def _due(entry_id, day):
    dates = {"checked_on": "2024-01-01", "check_due": day.isoformat()}
    return published(entry_id, review=dates)


def test_what_is_overdue_longest_is_first(desk):
    today = timezone.localdate()
    _due("grooming", today - dt.timedelta(days=1))
    _due("police-force", today - dt.timedelta(days=9))

    assert titles(desk, "due") == ["police force", "grooming"]
    assert "Overdue: it was to be gone through by this day" in main_of(desk, "due")


def test_what_is_withdrawn_is_not_due(desk):
    from tests.factories import withdrawn

    _due("grooming", timezone.localdate())
    withdrawn("grooming")

    assert titles(desk, "due") == []


def test_a_group_is_filtered_by_kind(desk, me):
    drafted("mine", me)
    topic("police-data", en="Police data")
    name = Name(DocumentKind.TOPIC, "police-data")
    begin_draft(name=name, actor=me)
    claim(name=name, actor=me)

    assert titles(desk, "to-write", kind="topic") == ["Police data"]
    assert titles(desk, "to-write", kind="entry") == ["the word mine"]
    assert len(titles(desk, "to-write", kind="nonsense")) == 2


@pytest.mark.parametrize("group", ["to-write", "under-way"])
def test_what_somebody_has_taken_can_be_left_out(desk, me, group):
    drafted("mine", me)
    drafted("taken", me)
    claim(name=named("taken"), actor=somebody("ben"))

    assert titles(desk, group, free="1") == ["the word mine"]
    assert "Taken by: ben" in main_of(desk, group)


def test_so_can_what_waits_for_review(desk):
    submitted(somebody("ben"))
    claim(name=named("grooming"), actor=somebody("carys"))

    assert titles(desk, "to-review", free="1") == []
    assert titles(desk, "to-review") == ["grooming"]


def test_so_can_what_is_behind(desk):
    published("police-force", languages={"en": section("police force")})
    claim(name=named("police-force"), actor=somebody("carys"))

    assert titles(desk, "behind", free="1") == []


def test_somebody_takes_a_thing_and_leaves_it(desk, me):
    drafted("mine", me)
    page = f"{PATHS['under-way']}?kind=entry"

    answer = desk.send(page, {}, form="/desk/en/claim/entry/mine/")

    assert answer.status == 302
    assert answer.headers["location"] == f"{PATHS['under-way']}?kind=entry&page=1"
    assert Claim.objects.get().user == me
    assert "You have taken this." in main_of(desk, "under-way")

    desk.send(page, {}, form="/desk/en/release/entry/mine/")
    assert not Claim.objects.exists()
    done = Event.objects.filter(action__in=["claimed", "claim-released"])
    assert [(row.action, row.key) for row in done] == [
        ("claimed", "mine"),
        ("claim-released", "mine"),
    ]


@pytest.mark.parametrize("here", ["//elsewhere.example", "a b", "x" * 201, "%0d", "é"])
def test_where_it_leads_back_to_is_a_page_of_the_desk(desk, me, here):
    drafted("mine", me)
    fields = {"here": here, "group": "under-way"}

    answer = desk.send(PATHS["under-way"], fields, form="/desk/en/claim/entry/mine/")

    assert answer.headers["location"] == PATHS["under-way"]


def test_who_came_from_elsewhere_is_led_to_the_document(desk, me):
    drafted("mine", me)
    fields = {"group": "//elsewhere.example"}

    answer = desk.send(PATHS["under-way"], fields, form="/desk/en/claim/entry/mine/")

    assert answer.headers["location"] == "/desk/en/document/entry/mine/"


def test_who_may_only_look_takes_nothing_and_sees_all(browse, me):
    person(name="eve", password=PASSWORD)
    eve = browse()
    eve.sign_in("eve", PASSWORD)
    drafted("mine", me)

    assert set(counts(eve)) == {"due", "suggestions", "under-way"}
    assert titles(eve, "under-way") == ["the word mine"]
    main = read(eve.get(PATHS["under-way"]).text).one("main")
    assert not main.every("form", method="post")
    assert titles(eve, "to-publish") == []


def test_long_groups_come_in_parts(desk, me):
    for number in range(51):
        drafted(f"word-{number:02}", me)

    assert len(titles(desk, "to-write")) == 50
    assert titles(desk, "to-write", page="2") == ["the word word-50"]
    assert desk.get(f"{PATHS['to-write']}?page=3").status == 302


def test_what_was_begun_first_is_first(desk, me):
    for key in ("second", "first"):
        drafted(key, me)
    from glossary.models import Revision

    then = timezone.now() - dt.timedelta(days=3)
    Revision.objects.filter(key="first").update(created_at=then)

    assert titles(desk, "to-write") == ["the word first", "the word second"]
    assert "The oldest:" in read(desk.get(HOME).text).one("main").text


# Words that readers suggest


def word(text="dispersal order", lang="en", met_in="report", count=1, months=0):
    month = timezone.localdate().replace(day=1) - dt.timedelta(days=31 * months)
    return suggested(text, count, lang, month=month, met_in=met_in)


def test_words_that_readers_suggest_are_counted_together(desk):
    word("seldom", count=2)
    word(count=2)
    word(met_in="news", count=3)

    found = listed(desk, "suggestions")

    assert [one.text for one in found] == ["dispersal order: 5", "seldom: 2"]
    assert "In the news: 3" in main_of(desk, "suggestions")
    assert counts(desk)["suggestions"] == 2


def test_words_are_filtered_by_language(desk):
    word("gair", lang="cy")
    word()

    assert titles(desk, "suggestions", lang="cy") == ["gair: 1"]


def test_words_that_nobody_sent_for_a_year_are_not_shown(desk):
    word(months=14)

    assert titles(desk, "suggestions") == []


def test_a_word_that_we_explain_in_another_sense_leads_to_the_entry(desk):
    published("grooming")
    word("grooming")

    page = read(desk.get(PATHS["suggestions"]).text).one("main")

    assert page.every("a", href="/desk/en/document/entry/grooming/")


def test_a_word_is_deleted_with_one_button_and_recorded_without_it(desk):
    word("Mrs Jones")

    answer = desk.send(PATHS["suggestions"], {}, form="/desk/en/forget/")

    assert answer.headers["location"] == PATHS["suggestions"]
    assert not SuggestedWord.objects.exists()
    event = Event.objects.get(action="suggestions-forgotten")
    assert event.details == {"rows": 1}


def test_a_word_is_text_and_nothing_else(desk):
    word("<b>x</b>")

    assert titles(desk, "suggestions") == ["<b>x</b>: 1"]


def test_who_may_not_delete_words_is_offered_nothing_and_refused(browse, me):
    person("write_en", name="eve", password=PASSWORD)
    eve = browse()
    eve.sign_in("eve", PASSWORD)
    word()

    main = read(eve.get(PATHS["suggestions"]).text).one("main")
    assert not main.every("form", method="post")

    token = read(eve.get(HOME).text).every("input", type="hidden")[0].get("value")
    fields = {"csrfmiddlewaretoken": token, "word": "dispersal order"}
    assert eve.post("/desk/en/forget/", fields).status == 403
    assert SuggestedWord.objects.exists()


def test_a_word_that_is_gone_already_is_said(desk):
    word()
    fields = {"word": "another"}

    answer = desk.send(PATHS["suggestions"], fields, form="/desk/en/forget/")

    assert answer.status == 404
    assert "Nobody sent such a word." in answer.text


# How much it costs


def test_how_much_is_asked_does_not_grow_with_what_there_is(
    desk, me, django_assert_max_num_queries
):
    ben, carys = somebody("ben"), somebody("carys")
    desk.get(HOME)
    _many(3, ben, me, carys)
    with django_assert_max_num_queries(60) as few:
        desk.get(HOME)
    _many(9, ben, me, carys, first=3)
    with django_assert_max_num_queries(60) as many:
        desk.get(HOME)

    assert len(many) == len(few)
    assert counts(desk)["to-review"] == 9


def _many(number, ben, me, carys, first=0):
    from glossary.review import submit_draft
    from tests.factories import entry_data

    for one in range(first, number):
        key = f"word-{one}"
        name = Name(DocumentKind.ENTRY, key)
        start = entry_data(key)
        start["languages"]["cy"]["short"] = "Dyma ystyr y gair."
        start["languages"]["cy"]["terms"][0]["text"] = f"gair {one}"
        row = begin_draft(name=name, actor=ben, start=start)
        row = submit_draft(revision=row, actor=ben)
        signed(row, carys, ENGLISH)
        drafted(f"mine-{one}", me)
        _due(f"due-{one}", timezone.localdate())
        word(f"word {one}")


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_no_file_of_the_database_has_a_deleted_word_any_more(desk):
    from pathlib import Path

    from django.db import connection

    path = connection.settings_dict["NAME"]
    files = [Path(f"{path}{end}") for end in ("", "-wal")]
    word("qzvxword")
    assert any(b"qzvxword" in file.read_bytes() for file in files)

    desk.send(PATHS["suggestions"], {}, form="/desk/en/forget/")

    assert not any(b"qzvxword" in file.read_bytes() for file in files)


def test_a_word_that_no_entry_explains_can_be_written_about(desk):
    word("early help")

    (link,) = [
        one
        for one in read(desk.get(PATHS["suggestions"]).text).one("main").every("a")
        if one.text == "Write an entry"
    ]

    assert link.get("href") == "/desk/en/new/?kind=entry&name=early+help&lang=en"


# What is to be erased


@pytest.fixture
def eve(browse, db, settings, tmp_path):
    """The browser of somebody who may erase."""
    settings.ERASED_LIST = tmp_path / "erased.jsonl"
    person(Act.ERASE, name="eve", password=PASSWORD)
    browser = browse()
    browser.sign_in("eve", PASSWORD)
    return browser


def test_what_another_one_wants_erased_is_counted_first(eve):
    published("grooming")
    ask_to_erase(
        name=named("grooming"),
        reason=ErasureReason.NOT_OURS,
        actor=person(Act.ERASE, name="ben"),
    )

    found = counts(eve)

    assert next(iter(found.items())) == ("erasures", 1)
    assert "The oldest:" in main_of_home(eve)


def main_of_home(desk):
    return read(desk.get(HOME).text).one("main").text


def test_what_one_asked_for_oneself_waits_for_others(eve):
    published("grooming")
    asker = User.objects.get(username="eve")
    ask_to_erase(name=named("grooming"), reason=ErasureReason.NOT_OURS, actor=asker)

    assert counts(eve)["erasures"] == 0


def test_what_somebody_erased_alone_is_counted_until_it_is_confirmed(eve):
    published("grooming")
    withdrawn("grooming")
    erase_alone(
        name=named("grooming"),
        reason=ErasureReason.NOT_OURS,
        actor=person(Act.ERASE, name="ben"),
    )

    assert counts(eve)["erasures"] == 1


def test_a_plan_whose_time_is_over_is_told_on_the_first_page(desk):
    published("grooming")
    row = approved(somebody("anna"), somebody("ben"), en="Another text.")
    at = timezone.now() + dt.timedelta(hours=1)
    schedule_publication(revisions=[row], at=at, actor=OPERATOR)
    assert "Planned for a time that is over" not in main_of_home(desk)

    Schedule.objects.update(at=timezone.now() - dt.timedelta(hours=1))

    assert "Planned for a time that is over, and not published: 1" in main_of_home(desk)


def test_whoever_can_sign_a_text_off_is_led_to_the_text_itself(desk, me):
    submitted(somebody("ben"))
    text = "/desk/en/revision/entry/grooming/2/"

    def leads(group):
        links = read(desk.get(PATHS[group]).text).one("main").one("ol").every("a")
        return [one.get("href") for one in links]

    assert leads("to-review") == ["/desk/en/document/entry/grooming/", text]
    assert leads("under-way") == ["/desk/en/document/entry/grooming/"]


def test_a_page_that_is_empty_by_now_leads_to_the_first_one(desk, me):
    answer = desk.get(f"{PATHS['to-review']}?free=1&page=5")

    assert answer.status == 302
    assert answer.headers["location"] == f"{PATHS['to-review']}?free=1"
