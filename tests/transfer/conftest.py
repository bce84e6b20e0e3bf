"""What the tests of loading ask for."""

import pytest

from tests.folder import Folder


@pytest.fixture
def folder(tmp_path):
    """A small content folder."""
    return Folder(tmp_path)
