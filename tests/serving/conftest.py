"""What the tests of the service ask for."""

from __future__ import annotations

import pytest

from glossary.serving import service
from tests.serving.asking import VERSION, Application, service_for


@pytest.fixture
def application():
    return Application()


@pytest.fixture
def serving(application, monkeypatch):
    monkeypatch.setattr(service, "present_at_hand", lambda: VERSION)
    return service_for(application)
