"""What can go wrong, as codes; the sentences for people live in the catalogs."""


class KitError(Exception):
    """A fault with a stable code and the values that explain it.

    Parameters
    ----------
    code : str
        Dotted slug such as ``"case.unknown_kind"``; the key of the sentence shown to people.
    **params : object
        What the sentence names: file, key, value, what is allowed.

    Examples
    --------
    >>> str(KitError("case.bad_value", key="basin.first_month", value=13))
    "case.bad_value: key='basin.first_month', value=13"
    """

    def __init__(self, code: str, **params: object) -> None:
        self.code = code
        self.params = params
        super().__init__(code)

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value!r}" for name, value in self.params.items())
        return f"{self.code}: {details}" if details else self.code


class CaseError(KitError):
    """A case file says something that it may not say."""


class ModelError(KitError):
    """A model was given numbers that it cannot work with."""
