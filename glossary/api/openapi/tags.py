"""What the operations are about."""

from __future__ import annotations

GLOSSARY = "glossary"
ENTRIES = "entries"
FINDING = "finding"
TEXTS = "texts"
SOURCES = "sources"
TOPICS = "topics"
HELPLINES = "helplines"

TAGS = {
    GLOSSARY: "The glossary as a whole: what there is, its letters, this document.",
    ENTRIES: "Entries: a list of them, one, and what was published of it.",
    FINDING: "Finding entries: by a name, by words, by the beginning of a name.",
    TEXTS: "Texts of your own: which terms are in them, and what is hard to read.",
    SOURCES: "The public documents and pages that entries rest on.",
    TOPICS: "The topics under which entries are listed.",
    HELPLINES: "Helplines: for whom, where, and what was seen of them when.",
}
