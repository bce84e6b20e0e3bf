"""Whoever runs the site finds every command in the docs."""

import re

import pytest
from django.core.management import get_commands

from tests.conftest import ROOT

COMMANDS = sorted(name for name, app in get_commands().items() if app == "glossary")
DOCUMENTED = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command):
    assert re.search(rf"`{command}[` ]", DOCUMENTED)
