"""Made-up entries: names that nobody else has, over the starter entries' texts.

Everything about an entry follows from its number, so several processes can make
one glossary, and it is the same one on every machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glossary.document import EntryDocument, SectionDocument, TermDocument
from glossary.document.schema import Provenance, RelationDocument
from glossary.text import slug

if TYPE_CHECKING:
    from collections.abc import Sequence

SYLLABLES = """al an ar ben bri cal car dan del der dor ed el en fan fer gar gil hal ham
    hen il in kel ker lan len lin lor mal mar mel mor nan ner nor ol or pel per ran rem
    rin ros sal san sel sin ster tal tan tel ter tin tor ul val var ven wen""".split()
HEADS = """regional national local special joint young missing online digital public
    strategic serious voluntary statutory community family witness custody""".split()
TAILS = """order profile assessment notice conference interview review officer plan team
    unit hearing statement programme panel network board register scheme code""".split()
WELSH_HEADS = """cynllun gorchymyn proffil asesiad hysbysiad cynhadledd cyfweliad tîm
    adolygiad swyddog uned gwrandawiad datganiad rhaglen panel rhwydwaith bwrdd cofrestr
    gwasanaeth cod""".split()
WELSH_TAILS = """rhanbarthol cenedlaethol lleol arbennig ieuenctid digidol cyhoeddus
    strategol difrifol gwirfoddol statudol cymunedol teuluol""".split()
BLOCK = 10
"""Made-up entries are related inside blocks of so many, and to nobody else."""

_SCATTER = 104_729  # a prime, so that neighbours in number have unlike names
_WELSH = 100_003  # how far the Welsh made-up words are from the English ones


class Name(NamedTuple):
    """A name with its plural; ``short`` is an acronym, or empty."""

    text: str
    plural: str
    short: str


def english_name(number: int) -> Name:
    """Return the English name of a made-up entry; no two are the same."""
    word = _word(number)
    head, tail = HEADS[number % len(HEADS)], TAILS[number % len(TAILS)]
    pattern = ("{1} {2}", "{1} {2}", "{0} {1} {2}", "{0} {1}")[number % 4]
    text = pattern.format(head, word, tail)
    short = "".join(part[:2] for part in text.split()).upper()
    return Name(text, f"{text}s", "" if number % 3 else short)


def welsh_name(number: int) -> Name:
    """Return the Welsh name of a made-up entry; no two are the same."""
    word = _word(number + _WELSH)
    head = WELSH_HEADS[number % len(WELSH_HEADS)]
    tail = WELSH_TAILS[number % len(WELSH_TAILS)]
    text = f"{head} {word} {tail}" if number % 2 else f"{head} {word}"
    return Name(text, text.replace(head, f"{head}au"), "")


def entry_id(number: int) -> str:
    """Return the id of a made-up entry."""
    return slug(english_name(number).text)


def made_up(number: int, models: Sequence[EntryDocument]) -> EntryDocument:
    """Return a made-up entry with the text of one of ``models``."""
    model = models[number % len(models)]
    names = {"en": english_name(number), "cy": welsh_name(number)}
    known = {lang: model.languages[lang] for lang in names if lang in model.languages}
    return model.model_copy(
        update={
            "id": entry_id(number),
            "languages": {
                lang: _section(lang, section, names[lang], known)
                for lang, section in known.items()
            },
            "related": _related(number),
        }
    )


def _word(number: int) -> str:
    """Return a made-up word of three syllables."""
    size = len(SYLLABLES)
    rest, first = divmod(number * _SCATTER % size**3, size)
    last, middle = divmod(rest, size)
    return SYLLABLES[first] + SYLLABLES[middle] + SYLLABLES[last]


def _section(
    lang: str, model: SectionDocument, name: Name, others: dict[str, SectionDocument]
) -> SectionDocument:
    return model.model_copy(
        update={
            "slug": slug(name.text),
            "terms": tuple(_terms(lang, name)),
            "short": f"{name.text.capitalize()}: {model.short}",
            "edition": 1,
            "matches": {other: 1 for other in others if other != lang},
        }
    )


def _terms(lang: str, name: Name) -> list[TermDocument]:
    welsh = {} if lang == "en" else {"provenance": Provenance(status="proposed")}
    full = TermDocument(
        text=name.text,
        type="full-form",
        status="preferred",
        plural=name.plural,
        **welsh,
    )
    if not name.short:
        return [full]
    short = TermDocument(text=name.short, type="acronym", status="admitted", **welsh)
    return [full, short]


def _related(number: int) -> tuple[RelationDocument, ...]:
    place = number % BLOCK
    if not place:
        return ()
    before = RelationDocument(relation="related", id=entry_id(number - 1))
    if place < BLOCK - 1:
        return (before,)
    first = entry_id(number - place)
    return before, RelationDocument(relation="broader", id=first)
