"""The product's own settings, which the tests otherwise run with changes."""

import runpy

import pytest

from explainer import settings


@pytest.fixture
def read_settings(monkeypatch, tmp_path):
    """Return the settings as a process with these variables reads them."""

    def read(**variables):
        monkeypatch.setenv("VAR_DIR", str(tmp_path))
        monkeypatch.delenv("DATABASE_URL", raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(settings.__file__)

    return read


def test_nothing_that_a_sender_writes_is_believed_without_a_proxy(read_settings):
    found = read_settings()

    assert found["PROXIES"] == 0
    assert found["SECURE_PROXY_SSL_HEADER"] is None


def test_so_many_proxies_are_believed_as_there_are(read_settings):
    found = read_settings(BEHIND_PROXY="2")

    assert found["PROXIES"] == 2
    assert found["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")


def test_sqlite_writes_to_the_disk_at_once_and_over_what_is_deleted(read_settings):
    options = read_settings()["DATABASES"]["default"]["OPTIONS"]

    pragmas = options["init_command"].removesuffix(";").split("; ")
    assert pragmas == [
        "PRAGMA journal_mode=WAL",
        "PRAGMA synchronous=FULL",
        "PRAGMA secure_delete=ON",
        "PRAGMA recursive_triggers=ON",
    ]
