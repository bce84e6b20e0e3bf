"""The tables of the search index."""

from __future__ import annotations

APPLICATION_ID = 0x506C5764  # "PlWd", so that no other file is taken for an index
FORMAT = 5
"""Changes with the tables, and with what ``keys`` and ``languages`` put in them."""

TABLES = f"""
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {FORMAT};

CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Numbers follow the ids, so that an order by number is an order by id. Topics, and
-- the ids of related entries, are arrays of JSON.
CREATE TABLE entry (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
    published INTEGER NOT NULL, topics TEXT NOT NULL, related TEXT NOT NULL
);
CREATE INDEX entry_published ON entry (published);

-- Numbers follow the languages, and in each the alphabet. A name has a language of
-- its own; "also" is the name that is shown beside the preferred one. "standing" is
-- JSON: where the names come from, and who has not checked the text.
CREATE TABLE section (
    number INTEGER PRIMARY KEY, entry INTEGER NOT NULL, lang INTEGER NOT NULL,
    preferred TEXT NOT NULL, slug TEXT NOT NULL, short TEXT NOT NULL,
    letter TEXT NOT NULL, state TEXT NOT NULL, sort_key TEXT NOT NULL,
    name_lang TEXT NOT NULL, also TEXT NOT NULL, also_lang TEXT NOT NULL,
    standing TEXT NOT NULL
);
CREATE UNIQUE INDEX section_entry ON section (entry, lang);

-- The numbers of entries, or of sections, that a list has: the bits of an integer,
-- compressed ("kept_lists" has the names).
CREATE TABLE list (
    kind TEXT, name TEXT, numbers BLOB NOT NULL, PRIMARY KEY (kind, name)
) WITHOUT ROWID;

-- Numbers follow the order in which names of equal merit are shown: rank,
-- length, text, entry, language. Lists of label numbers are thus in order. Text,
-- type and status are of the name to show: the preferred one, where the label itself
-- is not to be shown. Then its own text is in "written".
CREATE TABLE label (
    number INTEGER PRIMARY KEY, entry INTEGER NOT NULL, lang INTEGER NOT NULL,
    text TEXT NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL,
    rank INTEGER NOT NULL, written TEXT, is_older INTEGER NOT NULL
);

-- Every way to write a label. The folded text is kept where it has more signs than
-- spaces, to tell two ways with one key apart ("profiles", "profile's"). A key that
-- begins with the number of a language is made of the families of the words.
CREATE TABLE form (
    key TEXT, label INTEGER, name INTEGER, text TEXT,
    PRIMARY KEY (key, label, name)
) WITHOUT ROWID;

-- Keys of labels that may be proposed, and their words, shortest first, and which of
-- them have three letters in common: the numbers of spellings, as in a list.
CREATE TABLE spelling (number INTEGER PRIMARY KEY, key TEXT NOT NULL);
CREATE TABLE gram (gram TEXT NOT NULL, uses INTEGER NOT NULL, spellings BLOB NOT NULL);
CREATE INDEX gram_uses ON gram (gram, uses);

-- Rows are labels that may be proposed: the words of a name and their families, the
-- whole name, and the scopes it is in.
-- The prefixes make beginnings of one to four letters as cheap as longer ones, with
-- the number of the language and the signs before them.
CREATE VIRTUAL TABLE label_words USING fts5(
    words, content='', columnsize=0, detail=none, tokenize="ascii tokenchars '+='",
    prefix='3 4 5 6'
);
-- The same words, each once: which of them begin like another is told at once.
CREATE TABLE word (word TEXT PRIMARY KEY) WITHOUT ROWID;

-- Rows are the first label of the section whose text it is.
CREATE VIRTUAL TABLE text_words USING fts5(
    words, content='', columnsize=0, detail=none, tokenize="ascii tokenchars '+='"
);
"""
