"""Texts out of files: plain text, Word, PDF and HTML. No Django, nothing kept.

``read_file`` does the work in a process of its own, which may neither write a
file nor take much time or memory: a file from a stranger can be made to harm
the program that reads it.
"""

from glossary.files.faults import Fault, FileError
from glossary.files.isolated import MOST_BYTES, OURS, read_file
from glossary.files.kinds import ENDINGS

__all__ = ["ENDINGS", "MOST_BYTES", "OURS", "Fault", "FileError", "read_file"]
