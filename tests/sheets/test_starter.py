"""The whole starter glossary goes through a sheet and comes back as it went."""

from __future__ import annotations

import pytest

from glossary.sheets import read_sheet, rows_of, write_csv, write_workbook

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("starter_glossary")
@pytest.mark.parametrize("write", [write_csv, write_workbook])
def test_it_comes_back_as_it_went(write):
    rows = list(rows_of())
    assert len(rows) > 300

    back = read_sheet(write(rows))

    assert [row._replace(number=0) for row in back] == rows
