"""Who does what, and who sits with whom: fair task plans, and groups that can talk to each other."""

from simulations.teamwork.assigning import Plan, assign
from simulations.teamwork.cards import Card, Gender, Meeting
from simulations.teamwork.checking import PlanCheck, check_plan
from simulations.teamwork.critical import Schedule, Times, critical_path
from simulations.teamwork.groups import groups, swap
from simulations.teamwork.load import LoadFairness, gini, load_fairness
from simulations.teamwork.rules import ORDERS, Need, Rule
from simulations.teamwork.seating import Finding, Link, Seating, Standing, Table
from simulations.teamwork.sizes import Sizes, table_sizes
from simulations.teamwork.tasks import Task, Volunteer

__all__ = [
    "ORDERS",
    "Card",
    "Finding",
    "Gender",
    "Link",
    "LoadFairness",
    "Meeting",
    "Need",
    "Plan",
    "PlanCheck",
    "Rule",
    "Schedule",
    "Seating",
    "Sizes",
    "Standing",
    "Table",
    "Task",
    "Times",
    "Volunteer",
    "assign",
    "check_plan",
    "critical_path",
    "gini",
    "groups",
    "load_fairness",
    "swap",
    "table_sizes",
]
