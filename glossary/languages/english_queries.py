"""What English people put around the word that they ask about."""

from __future__ import annotations

from glossary.languages.questions import Frames

CLAUSE_WORDS = frozenset(
    """i me my mine myself we us our ours you your yours he him his she her hers it its
    they them their theirs im ive hes shes weve theyve am is are was were be been being
    has have had having do does did done will would shall should can could may might
    must cannot cant dont doesnt didnt isnt wasnt werent havent hasnt wont wouldnt
    who whom whose what which when where why how
    happens happened happening get gets got getting keep keeps kept want wants wanted
    think thinks thought know knows knew say says said tell tells told mean means meant
    went going goes take takes took taken""".split()
)
"""What makes a sentence of words: pronouns, and verbs that carry little."""

LITTLE_WORDS = CLAUSE_WORDS | frozenset(
    """a an the this that these those some any all both each every other another such
    of in on at by to from for with without within into onto over under about against
    between during before after since until through as than like near off out up down
    and or but nor so if because while though although not no yes
    there here then now just also very too more most much many only even again ever
    please hello hi ok okay s t re ve ll d m""".split()
)

HARMED_WORDS = frozenset(
    """victim victims survivor survivors complainant complainants sufferer
    sufferers""".split()
)
"""What somebody is called to whom harm was done."""

ACCUSING_WORDS = frozenset(
    """blame blamer blames blamed blaming shame shamed shaming fault faults guilt
    guilty culprit culprits accuse accused accusing accusation accusations suspect
    suspects suspected offend offends offended offending offence offences offender
    offenders perpetrate perpetrated perpetrator perpetrators abuser abusers
    predator predators rapist rapists paedophile paedophiles criminal
    criminals""".split()
)
"""What blames somebody, or is about whoever does harm."""

_WORD = r"(?:the )?(?:words?|terms?|phrase|letters|abbreviation|acronym|expression)"
_BE = r"(?:['’]?s|['’]re| is| are| was| were)"
_WHAT = rf"(?:what|who)(?: on earth| exactly)?{_BE}(?: exactly| actually)?"

without_question = Frames(
    r"(?:so|and|but|please|hi|hello|ok|okay|sorry),? (?P<x>.+)",
    r"(?P<x>.+?),? (?:please|thanks|thank you)",
    r"(?:can|could|would|will) (?:you|somebody|someone|anybody|anyone) (?P<x>.+)",
    r"(?:do you|does anybody|does anyone) know (?P<x>(?:what|who) .+)",
    r"i (?:want|need|would like|['’]?d like) to know (?P<x>(?:what|who) .+)",
    r"i (?:do not|don['’]?t) (?:understand|know) (?P<x>.+)",
    rf"(?:tell me|explain|define|describe)(?: to me)?(?: about)?(?: {_WORD})?"
    r" (?P<x>.+)",
    rf"{_WHAT} (?:meant|understood) by (?P<x>.+)",
    r"what (?:do|does|did) (?:.+? )?mean (?:by|when (?:it|they|he|she) says?)"
    r" (?P<x>.+)",
    r"what (?:do|does|did) (?P<x>.+?) (?:even |actually |really )?"
    r"(?:mean|means|meant|stands? for|refer to|involve|do)(?: in .+)?",
    rf"(?:{_WHAT} )?(?:the |a )?(?:meaning|definition|explanation)s? of (?P<x>.+)",
    rf"{_WHAT} (?P<x>.+?)(?: for| all about| mean| meaning)?",
    r"(?:what|who) (?P<x>.+?) (?:means?|is|are|was|were|stands? for)",
    rf"{_WORD} (?P<x>.+)",
    r"(?P<x>.+?),? (?:meaning|definition|explained|means what|means)",
)
