"""Facilitator guides: what they are, what they must hold, and what is made from them."""

from dastarkhan.guides.guide import Guide
from dastarkhan.guides.plans import Plan, PlannedStep, plan, plan_names
from dastarkhan.guides.reading import read_guide

__all__ = ["Guide", "Plan", "PlannedStep", "plan", "plan_names", "read_guide"]
