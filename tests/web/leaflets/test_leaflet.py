"""A support worker puts words on paper for somebody."""

import pytest

from glossary.document import short_code
from tests.factories import published, section
from tests.helplines import OLD, helpline, seen, stored
from tests.web.html import read

pytestmark = pytest.mark.django_db

IDS = ("problem-profile", "grooming", "chief-constable")
PROFILE, GROOMING, CHIEF = map(short_code, IDS)
LEAFLET = f"/en/leaflet/?t={PROFILE},{GROOMING}"


@pytest.fixture(autouse=True)
def entries():
    for entry_id in IDS:
        published(entry_id)


def open_leaflet(site, address=LEAFLET):
    answer = site.get(address)
    assert answer.status == 200
    return read(answer.text)


def headings(page):
    return [one.text for one in page.one("article").every("h2")]


def links(page):
    return {one.text: one.get("href") for one in page.one("main").every("a")}


def lines(page):
    return [one.text for one in page.one("section", class_="sheet-help").every("li")]


def kept_in_english():
    """Publish an entry whose Welsh names are the English ones."""
    kept = section("Evolve Team", "cy")
    short = {"text": "ET", "type": "abbreviation", "status": "admitted"}
    kept["terms"] += [short]
    for term in kept["terms"]:
        term["provenance"] = {"status": "kept-in-english"}
    published("evolve", languages={"en": section("Evolve Team"), "cy": kept})


def test_words_come_in_the_order_of_the_address(site):
    assert headings(open_leaflet(site))[:2] == ["problem profile", "grooming"]


def test_the_heading_and_the_title_tell_nothing(site):
    page = open_leaflet(site)

    assert page.one("h1").text == "Words explained"
    assert page.one("title").text == "Words explained – Plain Words"


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("t=problem-profile,grooming", id="ids"),
        pytest.param("t=proffil-problem,meithrin-perthynas-amhriodol", id="slugs"),
        pytest.param(f"t={PROFILE}&t=grooming", id="several"),
        pytest.param(f"t={PROFILE.upper()},{GROOMING}", id="capitals"),
        pytest.param(f"t={PROFILE},{GROOMING}&show=1&q=x", id="from-the-form"),
    ],
)
@pytest.mark.parametrize("path", ["/en/leaflet/", "/cy/taflen/"])
def test_its_address_is_of_codes_however_it_was_written(site, path, written):
    answer = site.get(f"{path}?{written}")

    assert answer.status == 302
    assert answer.headers["location"] == f"{path}?t={PROFILE},{GROOMING}"
    assert site.get(answer.headers["location"]).status == 200


def test_a_slug_of_the_pages_language_wins(site):
    english = {"en": section("plant"), "cy": section("rhywbeth", "cy")}
    welsh = {"en": section("children"), "cy": section("plant", "cy")}
    published("machinery", languages=english)
    published("young", languages=welsh)

    asked = {
        path: site.get(f"{path}?t=plant").headers["location"]
        for path in ("/en/leaflet/", "/cy/taflen/")
    }

    assert asked["/en/leaflet/"].endswith(short_code("machinery"))
    assert asked["/cy/taflen/"].endswith(short_code("young"))


def test_every_change_is_a_link_that_stays_where_the_reader_was(site):
    found = links(open_leaflet(site))

    moved = f"/en/leaflet/?t={GROOMING},{PROFILE}#change"
    assert found["Move down problem profile"] == moved
    assert found["Move up grooming"] == moved
    assert found["Take out grooming"] == f"/en/leaflet/?t={PROFILE}#change"
    assert "Move up problem profile" not in found
    assert open_leaflet(site).one("h2", id="change").get("tabindex") == "-1"


def test_more_words_are_chosen_from_here(site):
    page = open_leaflet(site, f"{LEAFLET}&large=1")

    assert links(page)["Choose more words"] == f"{LEAFLET}&large=1&choose=1#words"


def test_both_languages_stand_side_by_side(site):
    page = open_leaflet(site, f"{LEAFLET}&both=1")
    row = page.one("article").every("section")[0].one("div", class_="sheet-row")

    assert [(one.text, one.lang) for one in row.every("h2")] == [
        ("problem profile", "en"),
        ("proffil problem", "cy"),
    ]


def test_a_name_that_was_kept_in_english_is_read_as_english(site):
    kept_in_english()

    page = open_leaflet(site, f"/cy/taflen/?t={short_code('evolve')}")

    spoken = list(page.one("article").spoken())
    assert ("en", "Evolve Team") in spoken
    assert ("en", "ET") in spoken


def test_the_partner_is_the_same_leaflet(site):
    (link,) = (
        open_leaflet(site, f"{LEAFLET}&large=1").one("nav", class_="tongues").every("a")
    )

    assert link.get("href") == f"/cy/taflen/?t={PROFILE},{GROOMING}&large=1"


def test_a_helpline_says_for_whom_it_is_where_and_in_which_languages(site):
    english = {"name": "A line", "brief": "people in need", "who_for": "-"}
    stored(helpline(languages={"en": english | {"hours": "Day and night."}}))

    assert lines(open_leaflet(site)) == [
        "0800 000 000 A line: people in need. Wales. English, Cymraeg. Day and night."
    ]


def test_every_number_is_as_bold_as_the_others(site):
    stored(helpline(id="one", phone="999"), helpline(id="two", phone="0800 111"))

    page = open_leaflet(site).one("section", class_="sheet-help")

    bold = [one.one("strong").text for one in page.every("li")]
    assert bold == ["999", "0800 111"]


def test_numbers_that_may_have_changed_stand_apart_and_say_so(site):
    newer, older = helpline(id="newer"), helpline(id="older", seen=[seen(dated=OLD)])
    stored(older | {"phone": "0800 222"}, newer | {"phone": "0800 111"})

    page = open_leaflet(site).one("section", class_="sheet-help")

    assert [one[:8] for one in lines(open_leaflet(site))] == ["0800 111", "0800 222"]
    text = page.text
    assert text.index("of the last two years") < text.index("0800 111")
    assert text.index("These numbers may have changed.") < text.index("0800 222")
    assert text.index("0800 111") < text.index("These numbers may have changed.")


def test_in_both_languages_they_are_on_the_page_of_help_only(site):
    older = helpline(id="older", phone="0800 222", seen=[seen(dated=OLD)])
    stored(helpline(id="newer"), older)

    page = open_leaflet(site, f"{LEAFLET}&both=1")

    assert "0800 222" not in page.text
    assert links(page)["http://testserver/en/help/"]
    assert links(page)["http://testserver/cy/cymorth/"]


@pytest.mark.parametrize("audience", ["behaviour", "reporting"])
def test_lines_for_others_than_those_who_were_harmed_are_not_on_it(site, audience):
    stored(helpline(audience=audience))

    assert lines(open_leaflet(site)) == []


def test_a_line_that_cannot_be_rung_is_not_on_it(site):
    stored(helpline(phone=None, seen=[seen(shows_number=False)]))

    assert lines(open_leaflet(site)) == []


def test_nobody_is_said_to_have_rung_who_did_not(site):
    stored(helpline())
    assert "Nobody has rung them" in open_leaflet(site).text

    stored(helpline(rung_on="2026-01-01"))
    assert "Nobody has rung them" not in open_leaflet(site).text


def test_words_that_are_not_there_are_counted(site):
    page = open_leaflet(site, f"/en/leaflet/?t={GROOMING},nothing,%3Cb%3E")

    assert headings(page)[:1] == ["grooming"]
    assert "How many: 2." in page.one("main").text


def test_a_leaflet_holds_no_more_than_forty(site):
    for number in range(42):
        published(f"entry-{number}")
    codes = ",".join(short_code(f"entry-{number}") for number in range(42))

    page = open_leaflet(site, f"/en/leaflet/?t={codes}")

    assert len(page.every("section", class_="sheet-word")) == 40
    assert "Choose more words" not in page.text
    assert "How many: 2." in page.one("main").text


def test_one_qr_code_is_enough_unless_more_are_asked_for(site):
    assert len(open_leaflet(site).every("svg", class_="qr")) == 1
    assert len(open_leaflet(site, f"{LEAFLET}&codes=1").every("svg", class_="qr")) == 3


def test_the_way_it_is_set_out_is_chosen_by_links(site):
    found = links(open_leaflet(site, f"{LEAFLET}&codes=1"))

    assert found["In both languages"] == f"{LEAFLET}&both=1&codes=1"
    assert found["One QR code"] == LEAFLET
    assert (
        found["The leaflet as a PDF file"]
        == LEAFLET.replace("/?", ".pdf?") + "&codes=1"
    )


def test_an_entry_leads_to_a_leaflet(site):
    page = read(site.get("/en/terms/grooming/").text)

    assert links(page)["Make a leaflet with this word"] == f"/en/leaflet/?t={GROOMING}"
