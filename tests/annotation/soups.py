"""Markup at random: tags in any order, with what decides how words are read."""

from hypothesis import strategies as st

from glossary.annotation.elements import WRITTEN

_OTHERS = (
    "font form select svg option col img center math rt html body td th tr dialog tt "
    "x-y listing fieldset legend label picture area input head"
)
_OFTEN = ["p", "b", "a", "table", "tr", "td", "li", "div", "sup", "span"]
_ATTRIBUTES = [
    "",
    "",
    "",
    " href=x",
    " href=x",
    " href=javascript:x",
    " href=#x",
    " id=x",
    " name=x",
    " class=no-glossary",
    " class=glossary-term href=x data-entries=grooming",
    " hidden",
    " style=display:none",
    " style=font-size:0",
    " style=font-size:9pt",
    " aria-hidden=true",
    " lang=cy",
    " lang=en-GB",
    " alt=grooming",
    " alt=grooming type=image",
    "/",
]
TAGS = st.builds(
    str.format,
    st.sampled_from(["<{0}{1}>", "<{0}{1}>", "</{0}>"]),
    st.sampled_from([*sorted(WRITTEN), *_OTHERS.split(), *_OFTEN * 4]),
    st.sampled_from(_ATTRIBUTES),
)
WORDS = st.sampled_from(
    "problem profile|problem |profile|grooming|CSE|x|1| |a<b|&lt;|&nbsp;| \n\n".split(
        "|"
    )
)
SOUP = st.lists(st.one_of(TAGS, WORDS), max_size=30).map("".join)
