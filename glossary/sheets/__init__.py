"""Sheets: the texts of entries side by side, for people who translate in a table.

``rows_of`` makes rows of what is public, ``write_csv`` and ``write_workbook`` a file of
them, ``read_sheet`` rows of what came back, ``plan_sheet`` says what would change and
what is wrong where, and ``take_sheet`` begins drafts: all of them, or none. Names,
sources and everything else of an entry are changed on its page.
"""

from glossary.sheets.drafts import take_sheet
from glossary.sheets.plans import Change, Plan, Wrong, plan_sheet
from glossary.sheets.reading import read_sheet
from glossary.sheets.rows import FIELDS, Row, rows_of
from glossary.sheets.writing import write_csv, write_workbook

__all__ = [
    "FIELDS",
    "Change",
    "Plan",
    "Row",
    "Wrong",
    "plan_sheet",
    "read_sheet",
    "rows_of",
    "take_sheet",
    "write_csv",
    "write_workbook",
]
