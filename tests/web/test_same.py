"""What is the same on every page is made once, and knows nothing of any page."""

import pytest
from django.template import Context, Template
from django.utils import translation

PART = "{% load i18n plain_words %}{% same %}"


def rendered(source, **context):
    known = {"lang": "en", "site": {"home": "/en/"}, "exit_url": "https://x.test/"}
    template = source if isinstance(source, Template) else Template(source)
    return template.render(Context({**known, **context}))


@pytest.mark.ignore_template_errors
@pytest.mark.parametrize("name", ["words", "today", "here", "base", "request"])
def test_nothing_of_a_page_or_a_reader_is_in_it(name):
    part = f"{PART}({{{{ {name} }}}}){{% endsame %}}"

    assert rendered(part, **{name: "secret"}) == "()"


def test_it_has_the_language_the_paths_and_the_exit():
    part = f"{PART}{{{{ lang }}}} {{{{ site.home }}}} {{{{ exit_url }}}}{{% endsame %}}"

    assert rendered(part) == "en /en/ https://x.test/"


def test_it_is_made_once_for_a_language():
    part = Template(f"{PART}{{{{ site.home }}}}{{% endsame %}}")

    first = rendered(part)

    assert rendered(part, site={"home": "/other/"}) == first


def test_each_language_has_its_own():
    part = Template(f'{PART}{{% translate "Search" %}}{{% endsame %}}')

    with translation.override("en"):
        english = rendered(part)
    with translation.override("cy"):
        welsh = rendered(part, lang="cy")

    assert (english, welsh) == ("Search", "Chwilio")


def test_another_exit_is_another_part():
    part = Template(f"{PART}{{{{ exit_url }}}}{{% endsame %}}")

    rendered(part)

    assert rendered(part, exit_url="https://y.test/") == "https://y.test/"
