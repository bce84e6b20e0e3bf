"""Whatever a program tries, the API does what its OpenAPI document says.

Schemathesis makes requests from the document, good ones and bad ones: a good one is
answered, a bad one is refused, no answer has another shape, status or header than the
document says, and none is a fault of ours.
"""

import io
import json

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from requests.adapters import HTTPAdapter
from schemathesis.config import SchemathesisConfig
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection
from urllib3 import HTTPResponse

from glossary.api.openapi import DOCUMENT
from tests.contracts.test_openapi import OPERATIONS

pytestmark = pytest.mark.django_db
BASE = "http://testserver"
REFUSALS = [400, 401, 404, 405, 406, 413, 414, 415, 431]
CHECKS = {"negative_data_rejection": {"expected-statuses": REFUSALS}}
TOLD = json.loads(DOCUMENT.read_text(encoding="utf-8"))
UNSAYABLE = {
    "cursor",  # only another answer gives one
    "letter",  # of the alphabet of another parameter
    "topic",  # one that there is
    "source",
}
"""What the document cannot say of a good request: these are left out of those."""

few = settings(
    max_examples=12,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)


class InProcess(HTTPAdapter):
    """Sends a request to the whole application, without a network."""

    def __init__(self, site):
        super().__init__()
        self.site = site

    def send(self, request, **_options):  # type: ignore[override]  # it takes them all
        body = request.body or b""
        given = self.site.ask(
            request.method,
            request.url,
            body=body if isinstance(body, bytes) else body.encode(),
            **{name.replace("-", "_"): value for name, value in sent(request)},
        )
        answer = HTTPResponse(
            io.BytesIO(given.raw),
            given.headers,
            given.status,
            preload_content=False,
            enforce_content_length=False,  # HEAD and 304 have one
        )
        return self.build_response(request, answer)


def sent(request):
    for name, value in request.headers.items():
        if name.lower() not in {"content-length", "connection", "host"}:
            yield name, value if isinstance(value, str) else value.decode("latin-1")


@pytest.fixture(scope="module", autouse=True)
def _content(starter_glossary):
    """All of this is asked of the starter glossary."""


@pytest.fixture(scope="module")
def schema():
    config = SchemathesisConfig.from_dict({"checks": CHECKS})
    return schemathesis.openapi.from_dict(TOLD, config=config)


@pytest.fixture
def session(site):
    session = requests.Session()
    session.mount(BASE, InProcess(site))
    return session


def operation_of(schema, name):
    path, method, _ = OPERATIONS[name]
    return schema[path][method.upper()]


def leave_out_what_cannot_be_said(case):
    """Make a request good in what a document cannot say, either."""
    for part in (case.query, case.body):
        for one in UNSAYABLE if isinstance(part, dict) else ():
            part.pop(one, None)
    for part in (case.query, case.body):
        if isinstance(part, dict):
            leave_out_what_does_not_go_together(part)
    if isinstance(case.body, dict):
        case.query = {
            name: value for name, value in case.query.items() if name not in case.body
        }
        if "limit" in case.body:  # 5.0 is no number of ours
            case.body["limit"] = int(case.body["limit"])


def is_refused_in_part(response):
    """Tell whether a question of several is refused, and the others are answered."""
    if response.status_code != 200 or "json" not in response.headers["content-type"]:
        return False
    told = response.json()
    answers = told.get("answers", {}) if isinstance(told, dict) else {}
    return any(one.get("status") == 400 for one in answers.values())


def leave_out_what_does_not_go_together(values):
    """Leave of two things that exclude each other the one that says more."""
    if "ids" in values:
        for one in set(values) - {"ids", "in", "fields", "view", "format"}:
            values.pop(one)
    if "fields" in values:
        values.pop("view", None)


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_good_request_is_answered(schema, session, name):
    strategy = operation_of(schema, name).as_strategy(
        generation_mode=GenerationMode.POSITIVE
    )
    answered = []

    @few
    @given(case=strategy)
    def try_it(case):
        leave_out_what_cannot_be_said(case)
        response = case.call(base_url=BASE, session=session)
        case.validate_response(response)
        answered.append(response.status_code)

    try_it()
    assert len(answered) > 5
    assert set(answered) <= {200, 304, 404}


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_bad_request_is_refused(schema, session, name):
    strategy = operation_of(schema, name).as_strategy(
        generation_mode=GenerationMode.NEGATIVE
    )
    answered = []

    @few
    @given(case=strategy)
    def try_it(case):
        response = case.call(base_url=BASE, session=session)
        excluded = [negative_data_rejection] if is_refused_in_part(response) else []
        case.validate_response(response, excluded_checks=excluded)
        answered.append(response.status_code)

    try_it()
    assert len(answered) > 5
