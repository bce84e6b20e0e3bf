"""Every address that takes what is sent says how much of it."""

import pytest
from django.urls import get_resolver

from glossary.serving.routes import ROUTES, route_of

pytestmark = pytest.mark.django_db


def paths():
    """Return a path of every route that has a name."""
    site = get_resolver()
    prefix, api = site.namespace_dict["api"]
    for start, resolver in (("/", site), (f"/{prefix}", api)):
        names = [name for name in resolver.reverse_dict if isinstance(name, str)]
        for name in {*names} - {"nowhere"}:
            for template, parameters in resolver.reverse_dict.getlist(name)[0][0]:
                yield start + template % dict.fromkeys(parameters, "x")


def test_every_address_that_takes_a_body_has_a_size_for_it(site):
    taking = {path for path in paths() if site.post(path, {}).status != 405}

    assert len(taking) > 10
    assert [path for path in sorted(taking) if not route_of(path).most] == []


def test_every_route_is_one():
    seen = {route_of(path) for path in paths()}

    assert seen >= {*ROUTES.values()}
