"""Every address that takes what is sent says how much of it."""

import pytest
from django.urls import get_resolver

from glossary.addresses import route_of
from glossary.serving.sizes import SIZES, size_for

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
    assert [path for path in sorted(taking) if not size_for(path).most] == []


def test_every_size_is_of_a_route_that_there_is():
    assert SIZES.keys() <= {route_of(path) for path in paths()}


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/api/v1/annotate/", 3 * 1024 * 1024 + 64 * 1024),
        ("/api/v1/lookup/", 1024 * 1024),
        ("/en/explain/", 3 * 1024 * 1024),
        ("/cy/egluro/", 3 * 1024 * 1024),
        ("/cy/gwirio/", 3 * 1024 * 1024 + 64 * 1024),
        ("/api/v1/check/", 3 * 1024 * 1024 + 64 * 1024),
        ("/en/feedback/adr149/", 64 * 1024),
        ("/cy/awgrymu/", 64 * 1024),
        ("/en/", 0),
        ("/nowhere", 0),
    ],
)
def test_each_address_takes_so_much(path, most):
    assert size_for(path).most == most
