"""The table with its six people: shape, edge and words say who has spoken and who has drawn back."""

from collections.abc import Sequence
from html import escape

from dastarkhan.languages import Words
from dastarkhan.lessons.rehearsal.simulated_group import Group

HEAD = "<circle cx='32' cy='20' r='11'/><path d='M10 56c0-14 9-21 22-21s22 7 22 21z'/>"
CHAIR = "<path d='M20 12h24v22H20zM16 38h32v6H16zM19 44v12M45 44v12'/>"
BUBBLE = "<path class='dk-said' d='M43 4h17v13H51l-5 6v-6h-3z'/>"


def table_picture(people: Sequence[tuple[str, str]], group: Group, _: Words) -> str:
    """Draw who sits at the table, and say it in words under each.

    Parameters
    ----------
    people : sequence of (str, str)
        Id and name, in the order of the seats: half of them on each long side.
    group : Group
        How they are now.
    _ : Words
        The reader's language.
    """
    half = (len(people) + 1) // 2
    first, second = ("".join(_person(one, group, _) for one in side) for side in (people[:half], people[half:]))
    label, numbers = escape(_("The people at the table"), quote=True), counts(group, len(people), _)
    return (
        f"<div class='dk-people' role='group' aria-label='{label}'><ul>{first}</ul>"
        f"<div class='cloth-edge' aria-hidden='true'></div><ul>{second}</ul></div><p class='dk-num'>{numbers}</p>"
    )


def _person(one: tuple[str, str], group: Group, _: Words) -> str:
    key, name = one
    here, spoken, at_ease = key in group.here, key in group.spoken, key in group.at_ease
    css = " ".join(
        word for word, so in (("dk-away", not here), ("dk-spoke", spoken), ("dk-back", here and not at_ease)) if so
    )
    drawing = (HEAD + (BUBBLE if spoken else "")) if here else CHAIR
    picture = f"<svg viewBox='0 0 64 60' aria-hidden='true' focusable='false'>{drawing}</svg>"
    return f"<li class='{css}'>{picture}<b>{escape(name)}</b><span>{escape(told(key, group, _))}</span></li>"


def told(key: str, group: Group, _: Words) -> str:
    """Say in words how a person is."""
    if key not in group.here:
        return _("an empty chair")
    said = _("has spoken") if key in group.spoken else _("quiet so far")
    return said if key in group.at_ease else _.listed([said, _("has drawn back")])


def counts(group: Group, total: int, _: Words) -> str:
    """Say the three numbers of the group."""
    said = _.n("{n} of {total} has spoken", "{n} of {total} have spoken", len(group.spoken), total=total)
    ease = _.n("{n} of {total} is at ease", "{n} of {total} are at ease", len(group.at_ease), total=total)
    minutes = _.n("{n} minute taken", "{n} minutes taken", group.minutes)
    return " · ".join(escape(text) for text in (said, ease, minutes))
