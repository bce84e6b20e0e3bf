"""Vocabularies and texts for the matching benchmark, the same on every machine."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from glossary.languages.english import language as english
from glossary.languages.protocol import TermFacts
from glossary.languages.welsh import language as welsh
from glossary.matching import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

Choice: TypeAlias = Callable[[Sequence[Any]], Any]

CLITICS = welsh.clitics

PLAIN = {
    "en": """the of and to in a is that for it as was with be by on not he his at which
    from or had we you they were been have has their would what will there if can all
    her about who when them could than then some these other into only more also after
    first because before where most people child children report letter said told asked
    help support officer case time year week home school family work local national
    public service information record meeting phone question answer decision next step
    """,
    "cy": """y yr a ac i o yn ar am gan at mae oedd bod wedi ei eu nid oes sydd hyn hwn
    hon ond neu os pan fel gyda dros drwy rhwng ers bob pob rhai mwy cyn mewn wrth dan
    heb plant plentyn teulu ysgol adroddiad llythyr cymorth swyddog achos blwyddyn
    cartref gwaith lleol cenedlaethol gwasanaeth gwybodaeth cyfarfod cwestiwn ateb
    penderfyniad""",
}
HEADS = {
    "en": """child police sexual organised safeguarding victim witness protection court
    custody bail charge offender regional strategic problem special young missing online
    serious case public third forensic digital indecent voluntary statutory local""",
    "cy": """plant heddlu troseddau diogelu dioddefwr tyst gwarchod llys dalfa
    mechnïaeth cyhuddiad troseddwr proffil bwrdd pobl gwasanaeth camfanteisio cam-drin
    rhwydwaith
    gorchymyn cynllun tîm asesiad rhaglen lles ymgyrch partner cymorth uned""",
}
TAILS = {
    "en": """exploitation abuse network board order profile assessment notice conference
    interview review officer adviser plan team unit hearing statement programme panel
    """,
    "cy": """rhywiol cyfundrefnol rhanbarthol strategol lleol cenedlaethol ieuenctid
    arbennig digidol gwirfoddol statudol difrifol ar-lein fforensig cyhoeddus coll""",
}
SYLLABLES = """al an ar ben bri cal car dan del der dor ed el en fan fer gar gil hal
    ham hen il in kel ker lan len lin lor mal mar mel mor nan ner nor ol or pel per ran
    rem rin ros sal san sel sin ster tal tan tel ter tin tor ul val var ven vel wen wil
    yr"""
SENTENCE_ENDS = (". ", ". ", ".\n", ", ", "; ", ".\n\n", ": “", ".” ")


def _plain(text: str, _: Choice) -> str:
    """Return ``text`` without its accents."""
    parts = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def _broken(text: str, one: Choice) -> str:
    """Return ``text`` with a word broken over the end of a line, or ready to be."""
    places = [place for place in range(2, len(text)) if text[place - 2 :][:4].isalpha()]
    if not places:
        return text
    place = one(places)
    broken: str = one(("-\n", "\u00ad", "=\n"))
    return f"{text[:place]}{broken}{text[place:]}"


WAYS: tuple[Callable[[str, Choice], str], ...] = (
    lambda text, one: text.replace(" ", one(("-", "- ", "\u2013", "\u00a0")), 1),
    lambda text, one: text.replace(" ", one(("\n", "\n> ", "\r\n  ")), 1),
    lambda text, one: text + one(("\u00b9", "[2]", "1")),
    lambda text, _: text.replace("'", "").replace("-", ""),
    lambda text, _: text.replace("'", "&#x27;").replace(" ", "&nbsp;", 1),
    lambda text, _: f"**{text.replace(' ', '** **', 1)}**",
    lambda text, _: ".".join(text) if text.isupper() else text.upper(),
    _plain,
    _broken,
)
"""How phones, scanners, programs for mail and people write a form."""


class Source:
    """Forms and texts made up at random, the same ones each time.

    In texts, one word in twenty begins a form, and one in five looks as if it did:
    so it is in the reports that the starter glossary was made from.
    """

    def __init__(self, seed: int = 7) -> None:
        self._random = random.Random(seed)  # noqa: S311 - material, not secrets
        self._names = sorted({self._name() for _ in range(8000)})

    def forms(self, number: int) -> list[Form]:
        """Return ``number`` forms, of as many terms as that takes."""
        found: dict[tuple[str, str], Form] = {}
        for form in self._forms():
            found.setdefault((form.text, form.lang), form)
            if len(found) == number:
                break
        return list(found.values())

    def text(self, forms: Sequence[Form], length: int) -> str:
        """Return ``length`` characters with some of ``forms`` among them."""
        return self._sentences(forms, length, self._planted)

    def written(self, forms: Sequence[Form], length: int) -> str:
        """Return the same as phones, scanners and programs for mail write them.

        Two of five are not spelled as the form is.
        """
        return self._sentences(forms, length, self._written)

    def _sentences(
        self, forms: Sequence[Form], length: int, plant: Callable[[Form], str]
    ) -> str:
        parts: list[str] = []
        done = 0
        while done < length:
            parts.append(self._sentence(forms, plant))
            done += len(parts[-1])
        return "".join(parts)[:length]

    def _forms(self) -> Iterator[Form]:
        number = 0
        while True:
            number += 1
            language = self._random.choice((english, welsh))
            facts = self._term(language.code)
            is_acronym = facts.type == "acronym"
            for form in language.surface_forms(facts):
                entry = f"term-{number}"
                yield Form(form.text, entry, language.code, form.name, is_acronym)

    def _term(self, lang: str) -> TermFacts:
        kind = self._random.random()
        if kind < 0.08:
            letters = self._random.choices("ABCDEFGHILMNOPRSTUVW", k=4)
            return TermFacts("".join(letters), type="acronym")
        if kind < 0.1:
            return TermFacts(f"section {self._random.randint(1, 999)}")
        words = [self._pick(HEADS[lang])]
        words += [self._pick(TAILS[lang]) for _ in range(self._random.randint(0, 2))]
        if len(words) == 1 or kind < 0.7:
            place = self._random.randint(0, 1)
            words.insert(place, self._random.choice(self._names))
        text = " ".join(words)
        if 0.6 < kind < 0.7:
            text = text.replace(" ", "-", 1)
        return TermFacts(text, plural=f"{text}s" if lang == "en" else None)

    def _sentence(self, forms: Sequence[Form], plant: Callable[[Form], str]) -> str:
        lang = self._random.choice(("en", "en", "cy"))
        words = [self._word(lang) for _ in range(self._random.randint(6, 22))]
        if self._random.random() < 0.8:
            place = self._random.randrange(len(words))
            words[place] = plant(self._random.choice(forms))
        if self._random.random() < 0.02:
            words.append(f"www.example.org/{words[0]}")
        text = " ".join(words)
        return text[0].upper() + text[1:] + self._random.choice(SENTENCE_ENDS)

    def _word(self, lang: str) -> str:
        chance = self._random.random()
        if chance < 0.1:
            return self._pick(HEADS[lang])
        if chance < 0.35:
            return self._random.choice(self._names)
        return self._pick(PLAIN[lang])

    def _planted(self, form: Form) -> str:
        """Return ``form`` as texts have it: broken, with other signs, in brackets."""
        text = form.text
        chance = self._random.random()
        if chance < 0.12:
            return text.replace(" ", "\n" if chance < 0.1 else "-", 1)
        if chance < 0.3:
            return text.replace("'", "’").replace("-", "\u2011")
        if chance < 0.35 and form.lang == "cy":
            return f"{text}’{self._random.choice(CLITICS)}"
        if chance < 0.38:
            return f"({text})"
        if chance < 0.4:
            return f"{text}-led"
        return text if form.case_sensitive or chance < 0.9 else text.capitalize()

    def _written(self, form: Form) -> str:
        """Return ``form`` as people and programs write it."""
        if self._random.random() < 0.6:
            return form.text
        return self._random.choice(WAYS)(form.text, self._random.choice)

    def _name(self) -> str:
        syllables = self._random.choices(
            SYLLABLES.split(), k=self._random.randint(2, 4)
        )
        return "".join(syllables)

    def _pick(self, words: str) -> str:
        return self._random.choice(words.split())
