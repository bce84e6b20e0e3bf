"""Texts and tables out of files. No Django, nothing kept.

``read_file`` gives the text of plain text, Word, PDF and HTML, and what is not in it,
``read_table`` the rows of CSV, XLSX and ODS. Both do it in a process of its own, which
may neither write a file nor take much time or memory: a file from a stranger can be
made to harm the program that reads it.
"""

from glossary.files.faults import Fault, FileError
from glossary.files.file_text import FileText, Gap, Unread
from glossary.files.isolated import MOST_BYTES, OURS, read_file, read_table
from glossary.files.kinds import CSV, ENDINGS, TABLE_ENDINGS, table_ending_of

__all__ = [
    "CSV",
    "ENDINGS",
    "MOST_BYTES",
    "OURS",
    "TABLE_ENDINGS",
    "Fault",
    "FileError",
    "FileText",
    "Gap",
    "Unread",
    "read_file",
    "read_table",
    "table_ending_of",
]
