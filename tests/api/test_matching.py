"""An app takes home what finds the terms, and what proves an engine of its own."""

import base64
import hashlib
import re

import pytest

from glossary.matching import FORMAT
from glossary.matching.conformance import cases
from tests.api.problems import assert_problem
from tests.factories import published

pytestmark = pytest.mark.django_db
PACK = "/api/v1/term-pack/"
MODULE = f"{PACK}{FORMAT}/matching.js"
CASES = f"{PACK}{FORMAT}/cases.json"
BOTH = pytest.mark.parametrize("address", [MODULE, CASES], ids=["module", "cases"])


@pytest.fixture(autouse=True)
def _entry(db):
    published()


def path_of(address):
    return address.removeprefix("http://testserver")


def test_the_pack_names_what_reads_it(site):
    pack = site.get(PACK).json

    assert pack["format"] == FORMAT
    assert path_of(pack["matching"]["module"]) == MODULE
    assert path_of(pack["matching"]["cases"]) == CASES
    assert pack["matching"]["licence"] == "MIT"


def test_so_do_its_headers_and_the_root(site):
    links = site.get(PACK).headers["link"]
    root = site.get("/api/v1/").json["links"]

    named = re.findall(r'<([^>]+)>; rel="related"; type="([^"]+)"', links)
    assert [(path_of(address), kind) for address, kind in named] == [
        (MODULE, "text/javascript"),
        (CASES, "application/json"),
    ]
    assert path_of(root["matching-module"]) == MODULE
    assert path_of(root["matching-cases"]) == CASES


def test_the_digest_is_that_of_the_module(site):
    said = site.get(PACK).json["matching"]["integrity"]

    digest = hashlib.sha256(site.get(MODULE).body).digest()
    assert said == "sha256-" + base64.b64encode(digest).decode()


@pytest.mark.parametrize(
    ("address", "kind"),
    [(MODULE, "text/javascript; charset=utf-8"), (CASES, "application/json")],
    ids=["module", "cases"],
)
def test_pages_of_other_sites_may_load_it(site, address, kind):
    answer = site.get(address, origin="https://app.example")

    assert answer.status == 200
    assert answer.headers["content-type"] == kind
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "public" in answer.headers["cache-control"]


@BOTH
def test_it_is_not_sent_again_while_it_is_the_same(site, address):
    first = site.get(address, accept_encoding="gzip")
    again = site.get(
        address, accept_encoding="gzip", if_none_match=first.headers["etag"]
    )
    published("grooming")
    later = site.get(
        address, accept_encoding="gzip", if_none_match=first.headers["etag"]
    )

    assert first.headers["content-encoding"] == "gzip"
    assert (again.status, again.raw) == (304, b"")
    assert (later.status, later.headers["etag"]) == (304, first.headers["etag"])


@BOTH
def test_it_takes_no_parameter(site, address):
    problem = assert_problem(site.get(address, {"lang": "cy"}), 400, "invalid-query")

    assert [one["parameter"] for one in problem["errors"]] == ["lang"]


def test_the_module_has_no_other_form(site):
    assert_problem(site.get(MODULE, {"format": "json"}), 400, "invalid-query")


@pytest.mark.parametrize(
    "accept", ["*/*", "text/javascript", "application/javascript", "text/css"]
)
def test_the_module_comes_whatever_is_accepted(site, accept):
    answer = site.get(MODULE, accept=accept)

    assert answer.headers["content-type"].startswith("text/javascript")


@pytest.mark.parametrize("number", [FORMAT - 1, FORMAT + 1])
@pytest.mark.parametrize("name", ["matching.js", "cases.json"])
def test_another_format_is_told_which_there_is_now(site, number, name):
    english = site.get(f"{PACK}{number}/{name}")
    welsh = site.get(f"{PACK}{number}/{name}", accept_language="cy")

    said = assert_problem(english, 404, "not-found")["detail"]
    assert f"of format {number}." in said
    assert f"format is {FORMAT} now" in said
    assert str(FORMAT) in assert_problem(welsh, 404, "not-found")["detail"]
    assert said != welsh.json["detail"]


@pytest.mark.parametrize("name", ["", "matching.py", "matching.js/", "cases"])
def test_nothing_else_is_there(site, name):
    problem = assert_problem(site.get(f"{PACK}{FORMAT}/{name}"), 404, "not-found")

    assert "format" not in problem["detail"]


def test_every_case_names_its_pack_and_quotes_what_it_finds(site):
    answer = site.get(CASES).json

    assert (answer["format"], answer["offsets"]) == (FORMAT, "code-point")
    assert {pack["format"] for pack in answer["packs"].values()} == {FORMAT}
    assert {case["pack"] for case in answer["cases"]} == set(answer["packs"])
    assert len(answer["cases"]) == len(cases()) > 100
    found = [
        (case["text"][match["start"] : match["end"]], match["quote"])
        for case in answer["cases"]
        for match in case["matches"]
    ]
    assert [quote for quote, _ in found] == [quote for _, quote in found]
    assert len(found) > 100
