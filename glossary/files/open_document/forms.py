"""What stands in the fields of forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.files.open_document.names import name, names

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

_FORMS = name("office:forms")
_IDS = names("xml:id form:id")
_VALUES = names("form:current-value form:value")
_STATES = {
    name("form:checkbox"): names("form:current-state form:state"),
    name("form:radio"): names("form:current-selected form:selected"),
}
_TICKED = frozenset({"checked", "true"})
_SECRET = names("form:password form:hidden form:file")
_OPTION, _LABEL = name("form:option"), name("form:label")
_CHOSEN = names("form:current-selected form:selected")
_MARK, _PARAMETER = name("field:fieldmark"), name("field:param")
_KIND, _NAME, _VALUE = names("field:type field:name field:value")


def controls(root: Element) -> Mapping[str, str]:
    """Return what stands in each control, by its ids."""
    return {
        control.get(one, ""): _filled_in(control)
        for forms in root.iter(_FORMS)
        for control in forms.iter()
        for one in _IDS
        if one in control.attrib
    }


def _filled_in(control: Element) -> str:
    if control.tag in _SECRET:
        return ""
    label = control.get(_LABEL, "")
    if control.tag in _STATES:
        return f"{_box(_first(control, _STATES[control.tag]))} {label}".strip()
    chosen = (
        option.get(_LABEL, "")
        for option in control.iterfind(_OPTION)
        if _first(option, _CHOSEN) == "true"
    )
    return _first(control, _VALUES) or "\n".join(chosen) or label


def _first(element: Element, attributes: tuple[str, ...]) -> str:
    return next(
        (element.attrib[one] for one in attributes if one in element.attrib), ""
    )


def _box(state: str) -> str:
    return "☒" if state in _TICKED else "☐"


def older_field(mark: Element) -> str:
    """Return what stands in a field that came from Word."""
    rows = [(row.get(_NAME, ""), row.get(_VALUE, "")) for row in mark.iter(_PARAMETER)]
    values, kind = dict(rows), mark.get(_KIND, "")
    if kind.endswith("FORMCHECKBOX"):
        return _box(values.get("Checkbox_Checked", ""))
    choices = [value for key, value in rows if key == "Dropdown_ListEntry"]
    place = values.get("Dropdown_Selected", "")
    is_there = place.isdecimal() and int(place[:9]) < len(choices)
    return choices[int(place)] if is_there else ""
