"""The OpenAPI document is a file: a change to the API is a visible difference."""

import json
from pathlib import Path

from drf_spectacular.generators import SchemaGenerator
from openapi_spec_validator import validate

from glossary.api.dataset import OPENAPI_FILE


def test_the_file_is_what_the_views_say():
    generated = SchemaGenerator().get_schema(request=None, public=True)

    assert json.loads(OPENAPI_FILE.read_text()) == json.loads(json.dumps(generated)), (
        "make openapi writes it again"
    )


def test_the_file_is_valid_openapi():
    validate(json.loads(Path(OPENAPI_FILE).read_text()))
