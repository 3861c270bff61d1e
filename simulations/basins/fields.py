"""What a node of a basin may say about itself: keys, lengths and limits, kind by kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import inf, isfinite, nan

import numpy as np
from numpy.typing import NDArray

from simulations.errors import ModelError

Floats = NDArray[np.float64]
MONTHS_A_YEAR = 12


class Kind(StrEnum):
    """What a node is."""

    SOURCE = "source"
    RESERVOIR = "reservoir"
    JUNCTION = "junction"
    DEMAND = "demand"
    ECOSYSTEM = "ecosystem"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One number, or one number a month, that a node or an arc may give; no default: it must."""

    key: str
    monthly: bool = False
    default: float | None = 0.0
    most: float = inf
    below: float = inf

    @property
    def allowed(self) -> str:
        """The limits in signs that need no translation."""
        if isfinite(self.below):
            return f"0 ≤ … < {self.below:g}"
        return f"0 ≤ … ≤ {self.most:g}" if isfinite(self.most) else "≥ 0"


_VALUE = Field(key="value_points_per_mcm", monthly=True)
_BANKS = (Field(key="bankfull_mcm", monthly=True, default=inf), Field(key="flood_points_per_mcm"))

NODE_FIELDS: Mapping[Kind, tuple[Field, ...]] = {
    Kind.SOURCE: (Field(key="inflow_mcm", monthly=True, default=None),),
    Kind.RESERVOIR: (
        Field(key="capacity_mcm", default=None),
        Field(key="dead_storage_mcm"),
        Field(key="initial_storage_mcm", default=None),
        Field(key="turbine_mcm"),
        Field(key="energy_gwh_per_mcm"),
        _VALUE,
    ),
    Kind.JUNCTION: _BANKS,
    Kind.DEMAND: (
        Field(key="demand_mcm", monthly=True, default=None),
        Field(key="return_share", most=1.0),
        _VALUE,
    ),
    Kind.ECOSYSTEM: (Field(key="need_mcm", monthly=True, default=None), _VALUE, *_BANKS),
    Kind.OUTLET: _BANKS,
}
ARC_FIELDS = (Field(key="capacity_mcm", default=inf), Field(key="loss_share", below=1.0))
PLAIN_NODE_KEYS = ("kind", "side", "position")
PLAIN_ARC_KEYS = ("from", "to", "priority")


def read_fields(where: str, table: Mapping[str, object], fields: tuple[Field, ...]) -> dict[str, Floats]:
    """Check the numbers of one node or arc.

    Parameters
    ----------
    where : str
        Dotted path of the table inside the case, such as ``"basin.nodes.lake"``.
    table : mapping
        As in the file.
    fields : tuple of Field

    Returns
    -------
    dict of str to ndarray
        Every field, defaults filled in; monthly ones have shape (12,), others ().

    Raises
    ------
    ModelError
        ``basin.missing_key``, ``basin.wrong_length`` or ``basin.bad_number``.

    Examples
    --------
    >>> read_fields("basin.arcs.0", {"loss_share": 0.1}, ARC_FIELDS)["loss_share"]
    array(0.1)
    """
    numbers = {}
    for field in fields:
        key = f"{where}.{field.key}"
        if field.key in table:
            numbers[field.key] = _read(key, table[field.key], field)
        elif field.default is None:
            raise ModelError("basin.missing_key", key=key, allowed=field.allowed)
        else:
            numbers[field.key] = np.full((MONTHS_A_YEAR,) if field.monthly else (), field.default)
        numbers[field.key].flags.writeable = False
    return numbers


def check_keys(where: str, table: Mapping[str, object], fields: tuple[Field, ...], plain: tuple[str, ...]) -> None:
    """Refuse a key that nobody reads: it is nearly always a slip of the pen.

    Raises
    ------
    ModelError
        ``basin.unknown_key``.
    """
    known = (*plain, *(field.key for field in fields))
    for key, value in table.items():
        if key not in known:
            raise ModelError("basin.unknown_key", key=f"{where}.{key}", value=value, allowed=", ".join(known))


def check_storage(where: str, numbers: Mapping[str, Floats]) -> None:
    """Dead storage fits under the capacity, and the first storage lies between the two.

    Raises
    ------
    ModelError
        ``basin.bad_number``.
    """
    dead, first, capacity = (float(numbers[f"{name}_mcm"]) for name in ("dead_storage", "initial_storage", "capacity"))
    if dead > capacity:
        raise ModelError(
            "basin.bad_number", key=f"{where}.dead_storage_mcm", value=dead, allowed=f"0 ≤ … ≤ {capacity:g}"
        )
    if not dead <= first <= capacity:
        raise ModelError(
            "basin.bad_number", key=f"{where}.initial_storage_mcm", value=first, allowed=f"{dead:g} ≤ … ≤ {capacity:g}"
        )


def _read(key: str, value: object, field: Field) -> Floats:
    if not field.monthly:
        return np.array(_number(key, value, field))
    if not isinstance(value, list | tuple) or len(value) != MONTHS_A_YEAR:
        length = len(value) if isinstance(value, list | tuple) else value
        raise ModelError("basin.wrong_length", key=key, value=length, allowed=MONTHS_A_YEAR)
    return np.array([_number(f"{key}.{month}", number, field) for month, number in enumerate(value)])


def _number(key: str, value: object, field: Field) -> float:
    try:
        number = nan if isinstance(value, bool) or not isinstance(value, int | float) else float(value)
    except OverflowError:  # a whole number too long for a float
        number = inf
    if not isfinite(number) or not 0 <= number <= field.most or number >= field.below:
        raise ModelError("basin.bad_number", key=key, value=value, allowed=field.allowed)
    return number
