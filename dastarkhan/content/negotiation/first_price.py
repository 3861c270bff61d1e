"""The rent of a stall: both limits are open here, so that an alternative and a zone can be computed once."""

PLACE_ELSEWHERE, WAY_ELSEWHERE = 24, 6
"""What the seller would pay at the far end of the row, and what carrying her goods there costs, in coins."""
OTHER_TENANT, EMPTY_DAYS = 25, 5
"""What another tenant would pay the owner, and what the owner loses until that one comes, in coins."""


def seller_limit() -> int:
    """The most that the seller can pay and be no worse off than with her alternative."""
    return PLACE_ELSEWHERE + WAY_ELSEWHERE


def owner_limit() -> int:
    """The least that the owner can take and be no worse off than with the alternative."""
    return OTHER_TENANT - EMPTY_DAYS


def zone() -> tuple[int, int]:
    """The prices that are good for both, from the least to the most."""
    return owner_limit(), seller_limit()
