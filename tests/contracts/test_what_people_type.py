"""What people type who hold a letter: where it leads, and what it must never propose."""

import pytest

from glossary import reading

pytestmark = pytest.mark.django_db

LEADS = [
    ("groomed", "grooming"),
    ("bailed", "bail-conditions"),
    ("on bail", "bail-conditions"),
    ("coerced", "coercion"),
    ("coercive", "coercion"),
    ("inspected", "inspection"),
    ("charged", "charge"),
    ("convicted", "conviction"),
    ("defendant", "suspect"),
    ("offenders", "perpetrator"),
    ("prosecutor", "cps"),
    ("prosecutors", "cps"),
    ("erlynydd", "cps"),
    ("erlynwyr", "cps"),
    ("cyhuddwyd", "charge"),
    ("atgyfeiriwyd", "referral"),
    ("beth yw atgyfeirio", "referral"),
    ("dioddefydd", "victims-and-survivors"),
    ("goroeswyr", "victims-and-survivors"),
    ("referred", "referral"),
    ("trafficker", "trafficking"),
    ("disrupted", "disruption"),
    ("organized network", "organised-network"),
    ("my daughter was groomed", "grooming"),
    ("my son has been charged", "charge"),
    ("he is on bail", "bail-conditions"),
    ("my brother was trafficked to London", "trafficking"),
    ("cafodd fy merch ei chamfanteisio", "child-exploitation"),
    ("mae fy mab yn y ddalfa", "custody"),
    ("casey report", "casey-audit"),
    ("adroddiad Casey", "casey-audit"),
    ("Casey review", "casey-audit"),
    ("what does CSE mean?", "child-sexual-exploitation"),
    ("what is a problem profile", "problem-profile"),
    ("who are HMICFRS", "hmicfrs"),
    ("beth yw CRhB", "child-sexual-exploitation"),
    ("be di mechniaeth", "bail-conditions"),
    ("ystyr proffil problem", "problem-profile"),
    ("NRM", "national-referral-mechanism"),
    ("NFA", "no-further-action"),
    ("RUI", "released-under-investigation"),
    ("IOPC", "iopc"),
    ("VRR", "victims-code"),
    ("SHPO", "order-preventing-offending"),
    ("CSEA", "child-sexual-abuse-and-exploitation"),
    ("OPCC", "police-and-crime-commissioner"),
    ("beth mae'r gair grwmio yn ei olygu", "grooming"),
]
"""What is typed, and the entry that is to come first."""

SAME = [
    ("beth yw camfanteisio", "camfanteisio"),
    ("beth mae camfanteisio yn ei feddwl", "camfanteisio"),
    ("beth yw ystyr camfanteisio", "camfanteisio"),
    ("ystyr camfanteisio", "camfanteisio"),
    ("be ma camfanteisio yn feddwl", "camfanteisio"),
    ("beth yw atgyfeirio", "atgyfeirio"),
    ("beth yw gweithiwr cymdeithasol", "gweithiwr cymdeithasol"),
    ("what is exploitation", "exploitation"),
    ("what does exploitation mean", "exploitation"),
    ("meaning of safeguarding?", "safeguarding"),
]
"""Questions, and the words to which they lead as if those had been typed."""

CODES = """CCE LADO MASH ICPC ISVA IDVA CAFCASS DC DCI PC PNC PND IPCC CID
MARAC MAPPA SARC OIC SIO FLO CICA CAWN OCG MACE KCSIE CAMHS LAC CIN CP
EHCP TAF PLO EPO CJB HMCTS YOT DBS FGM VAWG ABE CPA CPP CPC CPO PPP IPP RSPCC NCC PCCC CSP
PSD HOLMES ANPR cce lado mash icpc isva cid ipcc""".split()

OTHER_WORDS = """child photography|child biography|child geography|child prosecution
child institution|child criminal exploitation|child protection|prostitute|porn|rape|raped
ball|bait|cell|domestic abuse|section 47|strategy discussion|child in need|care order
no further action|released under investigation|social worker|appropriate adult|solicitor
Victims' Code|county lines|Gillick|parole|witness|complainant|harmful sexual behaviour
Laming report|Munro review|Wood report|Clare's Law|Sarah's Law|Operation Yewtree|Ofsted
Barnahus|Barnardo's|Estyn|Rochdale|custard|convection|cohesion|eruption|force majeure
trais|treisio|hunanladdiad|amddiffyn plant|gorchymyn gofal|tyst|heddwas|plismyn|polis
adran 47|oedolyn priodol|cyfraith sarah|adroddiad Munro|adroddiad Laming|bêl|soshal
gweithiwr cymdeithasol|llys y goron|cyfreithiwr|puteiniaid|pedoffeil""".replace(
    "\n", "|"
).split("|")


@pytest.fixture(scope="module")
def index(starter_glossary, django_db_blocker):
    with django_db_blocker.unblock():
        reading.forget()
        return reading.shelf().index


@pytest.fixture(scope="module")
def not_shown(starter_glossary):
    """Every name that is never to be proposed, unless another entry shows it."""
    terms = [
        term
        for document in starter_glossary.entries.values()
        for section in document.languages.values()
        for term in section.terms
    ]
    old = {"deprecated", "superseded"}
    shown = {one.text for one in terms if not (one.context_only or one.status in old)}
    hidden = {
        text
        for document in starter_glossary.entries.values()
        for section in document.languages.values()
        for text in section.hidden
    }
    return {one.text for one in terms} - shown | hidden


@pytest.mark.parametrize(("typed", "entry_id"), LEADS)
def test_it_leads_to_the_entry_first(index, typed, entry_id):
    assert index.search(typed).hits[0].entry_id == entry_id


@pytest.mark.parametrize(("question", "words"), SAME)
def test_a_question_leads_where_its_subject_leads(index, question, words):
    asked, typed = index.search(question), index.search(words)

    assert [hit.entry_id for hit in asked.hits] == [hit.entry_id for hit in typed.hits]


@pytest.mark.parametrize("typed", [*CODES, *OTHER_WORDS])
def test_nothing_is_guessed(index, typed):
    page = index.search(typed)

    assert page.did_you_mean is None
    assert {hit.match.value for hit in page.hits}.isdisjoint(
        {"close-spelling", "close-words"}
    )
    assert all(
        match.match.value != "close-spelling"
        for match in index.lookup(typed, all_tiers=True)
    )


@pytest.mark.parametrize("typed", CODES)
def test_for_a_code_that_is_not_here_there_is_no_result_and_no_suggestion(index, typed):
    assert index.lookup(typed) == []
    assert index.propose(typed) == []


@pytest.mark.parametrize("typed", [*CODES, *OTHER_WORDS, *(one for one, _ in LEADS)])
def test_no_name_to_avoid_is_ever_shown(index, not_shown, typed):
    said = {hit.label for hit in index.search(typed, limit=100).hits}
    said |= {one.label for one in index.propose(typed)}
    said |= {one.label for one in index.suggest(typed)}
    said |= {one.label for one in index.lookup(typed, all_tiers=True)}

    assert said.isdisjoint(not_shown)


def test_every_name_to_avoid_is_found_whole_and_by_none_of_its_beginnings(
    index, not_shown
):
    assert len(not_shown) > 10
    for name in sorted(not_shown):
        assert index.lookup(name), name
        for length in range(1, len(name) + 1):
            suggested = {one.label for one in index.suggest(name[:length], limit=20)}
            assert suggested.isdisjoint(not_shown)
