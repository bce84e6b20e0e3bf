"""Look-up knows a name however it is spelled: what docs/spelling.md says."""

import pytest

from tests.search.vocabulary import Described, Name, acronym, index_of

NAMES = {
    "commissioner": {
        "en": [Name("police and crime commissioner"), acronym("PCC")],
        "cy": [Name("comisiynydd heddlu a throseddu")],
    },
    "council": {"en": [Name("National Police Chiefs' Council"), acronym("NPCC")]},
    "department": {"cy": [Name("cymorth ac arweiniad")]},
    "three": {"cy": [Name("cymorth a heddlu ac arweiniad")]},
    "services": {"en": [Name("children's services")]},
    "multi-agency": {"en": [Name("multi-agency working")]},
    "officer": {"en": [Name("officer in the case"), Name("Rt Hon", "admitted")]},
    "safeguarding": {"en": [Name("safeguarding")]},
    "third-sector": {"en": [Name("third sector")]},
}

SPELLINGS = [
    ("third-sector", "third-sector"),
    ("third–sector", "third-sector"),
    ("third - sector", "third-sector"),
    ("thirdsector", "third-sector"),
    ("**third** sector", "third-sector"),
    ("third\n> sector", "third-sector"),
    ("THIRD SECTOR", "third-sector"),
    ("multi agency working", "multi-agency"),
    ("multiagency working", "multi-agency"),
    ("multi—agency-working", "multi-agency"),
    ("safe-guarding", "safeguarding"),
    ("safe-\nguarding", "safeguarding"),
    ("safe\u00adguarding", "safeguarding"),
    ("safeguarding¹", "safeguarding"),
    ("safeguarding[12]", "safeguarding"),
    ("safeguarding2", "safeguarding"),
    ("officer(s) in the case", "officer"),
    ("Rt. Hon.", "officer"),
    ("national police chiefs council", "council"),
    ("national police chief's council", "council"),
    ("national police chiefs` council", "council"),
    ("N.P.C.C.", "council"),
    ("npcc", "council"),
    ("police & crime commissioner", "commissioner"),
    ("Police&Crime Commissioner", "commissioner"),
    ("comisiynydd heddlu & throseddu", "commissioner"),
    ("cymorth & arweiniad", "department"),
    ("P.C.C.¹", "commissioner"),
    ("cymorth & heddlu & arweiniad", "three"),
    ("Police &amp; Crime Commissioner", "commissioner"),
    ("**third sector**¹", "third-sector"),
    ("“third sector”¹", "third-sector"),
    ("third sector¹ ²", "third-sector"),
    ("third sector¹, ²", "third-sector"),
    ("third sector[1][2]", "third-sector"),
    ("third† sector", "third-sector"),
    ("childrens services", "services"),
    ("children?s services", "services"),
    ("children\ufffds services", "services"),
    ("children\u0092s services", "services"),
    ("children&rsquo;s services", "services"),
    ("children&#x27;s services", "services"),
    ("childrenâ€™s services", "services"),
    ("third&nbsp;sector", "third-sector"),
    ("third sector [1]", "third-sector"),
    ("multi\u0096agency working", "multi-agency"),
    ("multi‧agency working", "multi-agency"),
]


@pytest.fixture
def index(both_languages):
    return index_of([Described(key, names) for key, names in NAMES.items()])


@pytest.mark.parametrize(
    ("asked", "entry"), SPELLINGS, ids=[row[0] for row in SPELLINGS]
)
def test_a_name_is_found_however_it_is_spelled(index, asked, entry):
    assert [row.entry_id for row in index.lookup(asked)] == [entry]


@pytest.mark.parametrize("asked", ["polices", "safeguarding1234", "third of a sector"])
def test_what_is_no_spelling_of_a_name_is_not_found(index, asked):
    assert index.lookup(asked) == []
