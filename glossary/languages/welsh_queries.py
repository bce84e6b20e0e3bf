"""What Welsh people put around the word that they ask about."""

from __future__ import annotations

from glossary.languages.questions import Frames

CLAUSE_WORDS = frozenset(
    """i fi mi fy ti di dy ef fo fe e hi ei ni ein chi eich nhw eu minnau tithau hithau
    yntau ninnau chithau hwythau mae maen maer ma oedd roedd roeddwn oeddwn oedden
    roedden bydd bu buodd bod fod ydy ydi yw ydw dw rydw rwyf rwy dwi ydyn rydyn dyn
    ydych rydych dych oes dydy dydyn doedd sydd sy cael gael chael cafodd gafodd chafodd
    cefais ces caiff wedi newydd gwneud wneud gwnaeth wnaeth dweud ddweud dywedodd
    mynd aeth dod daeth pwy beth be pa pryd ble lle pam sut
    eisiau isio angen gallu gall allaf meddwl feddwl golygu olygu""".split()
)
"""What makes a sentence of words: pronouns, and verbs that carry little."""

LITTLE_WORDS = CLAUSE_WORDS | frozenset(
    """y yr r a ac â ag o am ar at gan dan dros drwy trwy gyda efo heb hyd i rhag tan
    wrth er ers cyn fel mewn yn ym yng n rhwng erbyn yngl\u0177n ynglyn ynghylch
    w u m th ch neu ond os na nad nac nid ddim dim hwn hon hyn hwnnw honno hynny yma yna
    yno iawn hefyd mor un rhai pob arall eraill felly yw fod""".split()
)

HARMED_WORDS = frozenset(
    """dioddefwr dioddefwyr dioddefwraig dioddefydd dioddefyddion goroeswr goroeswyr
    goroeswraig achwynydd achwynwyr achwynyddion""".split()
)
"""What somebody is called to whom harm was done."""

ACCUSING_WORDS = frozenset(
    """bai beio cywilydd cywilyddio euog euogrwydd cyhuddo cyhuddedig cyhuddiad
    cyhuddiadau drwgdybio drwgdybedig troseddu troseddwr troseddwyr tramgwyddo
    tramgwyddwr tramgwyddwyr cyflawnwr cyflawnwyr camdriniwr camdrinwyr ysglyfaethwr
    ysglyfaethwyr treisiwr treiswyr pedoffil pedoffiliaid""".split()
)
"""What blames somebody, or is about whoever does harm."""

_BE = r"(?:yw|ydy|ydi|ydyw|['’]?di|['’]?dy|oedd)(?:['’]r)?"
_WHAT = r"(?:beth|be['’]?)"
_WORD = (
    r"(?:(?:y|yr|['’]?r) )?(?:gair|geiriau|term|termau|talfyriad|llythrennau|ymadrodd)"
)
_MEAN = r"(?:olygu|feddwl|golygu|meddwl)"

without_question = Frames(
    r"(?:felly|a|ond|helo|os gwelwch yn dda|plis),? (?P<x>(?:beth|be|pwy|ystyr) .+)",
    r"(?:allwch|allech|gallwch|allet|elli) (?:chi|ti) (?P<x>.+)",
    r"(?:rydw i|rwy|dw i|dwi)(?:['’]n| yn) (?:moyn|dymuno) gwybod (?P<x>.+)",
    r"(?:rydw i|rwy|dw i|dwi) (?:eisiau|isio|am) (?:gwybod|wybod) (?P<x>.+)",
    r"(?:dw i|dwi|dydw i) ddim yn (?:deall|dallt|gwybod) (?P<x>.+)",
    rf"(?:esboniwch|eglurwch|esbonia|eglura|esbonio|egluro|diffinio|disgrifio"
    r"|(?:dywedwch|dwedwch|dwed|dywed) wrth\w*(?: i)?)"
    rf"(?: i (?:mi|fi))?(?: am| beth yw)?(?: {_WORD})? (?P<x>.+)",
    rf"(?:{_WHAT} {_BE} )?(?:ystyr|diffiniad|esboniad o)(?: {_WORD})? (?P<x>.+)",
    rf"{_WHAT} (?:maen|mae|ma|oedd)(?:['’]r)?(?: nhw| .+?)?(?:['’]n| yn)"
    rf" (?:(?:ei|['’]i) )?{_MEAN}"
    r" (?:wrth|gyda|gan|efo|â|pan\w* .+? dweud) (?P<x>.+)",
    rf"{_WHAT} (?:mae|ma['’]?|oedd)(?:['’]?r)? (?:(?:gair|term|geiriau) )?"
    rf"(?P<x>.+?)(?:['’]n| yn) (?:(?:ei|['’]i) )?(?:{_MEAN}|wneud|gwneud)",
    rf"{_WHAT} (?:a olygir|olygir|sy['’]n cael ei olygu) (?:wrth|gan|â|gyda) (?P<x>.+)",
    rf"{_WHAT} {_BE} (?P<x>.+)",
    rf"{_WHAT} (?:mae|ma) (?P<x>.+?)",
    rf"pwy (?:{_BE}|sydd|sy|sy['’]n) (?P<x>.+)",
    r"sut (?:mae|ma) (?:esbonio|egluro|diffinio) (?P<x>.+)",
    rf"{_WORD} (?P<x>.+)",
    r"(?P<x>.+?),? (?:ystyr|diffiniad)",
)
