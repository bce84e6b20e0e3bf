"""Every address that takes what is sent says how much of it."""

import pytest
from django.conf import settings
from django.urls import get_resolver

from glossary import limits
from glossary.addresses import route_of
from glossary.doors import leads_to_desk
from glossary.serving.sizes import SIZES, size_for
from tests.desk.browser import Browser
from tests.factories import person

pytestmark = pytest.mark.django_db


def paths():
    """Return a path of every route that has a name, behind both doors."""
    site, desk = get_resolver(), get_resolver(settings.DESK_URLCONF)
    prefix, api = site.namespace_dict["api"]
    for start, resolver in (("/", site), (f"/{prefix}", api), ("/", desk)):
        names = [name for name in resolver.reverse_dict if isinstance(name, str)]
        for name in {*names} - {"nowhere", "desk-nowhere"}:
            for template, parameters in resolver.reverse_dict.getlist(name)[0][0]:
                yield start + template % dict.fromkeys(parameters, "x")


def takes_a_body(site, path):
    """Tell whether an address takes what is sent; at the desk, of whoever is in."""
    if not leads_to_desk(path, None):
        return site.post(path, {}).status != 405
    limits.forget()  # how often somebody has signed in
    browser = Browser(site)
    assert browser.sign_in("anna", "three words of mine").status == 302
    return browser.send("/desk/en/", {}, to=path).status != 405


def test_every_address_that_takes_a_body_has_a_size_for_it(doors):
    person(name="anna", password="three words of mine")

    taking = {path for path in paths() if takes_a_body(doors, path)}

    assert len(taking) > 10
    assert "/desk/cy/mewngofnodi/" in taking
    assert [path for path in sorted(taking) if not size_for(path, None).most] == []


def test_every_size_is_of_a_route_that_there_is():
    assert SIZES.keys() <= {route_of(path, None) for path in paths()}


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
        ("/desk/cy/mewngofnodi/", 16 * 1024),
        ("/desk/cy/ysgrifennu/entry/x/1/", 3 * 1024 * 1024 + 64 * 1024),
        ("/desk/en/", 0),
        ("/desk/nowhere/", 0),
        ("/en/", 0),
        ("/nowhere", 0),
    ],
)
def test_each_address_takes_so_much(path, most):
    assert size_for(path, None).most == most
