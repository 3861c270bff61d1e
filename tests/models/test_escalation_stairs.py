"""The nine stages and what fits on them."""

import networkx as nx
import pytest

from simulations.errors import ModelError
from simulations.escalation import FITS, Intervention, Level, Stage, fitting, stairs


def test_the_stages_stand_as_glasl_names_them() -> None:
    """T. Jordan's summary, approved by Glasl (perspectus.se/tjordan/Escalationmodel.html): hardening; debates and
    polemics; actions, not words; images and coalitions; loss of face; strategies of threats; limited destructive
    blows; fragmentation of the enemy; together into the abyss."""
    graph = stairs()
    assert [graph.nodes[stage]["key"] for stage in range(1, 10)] == [
        "hardening", "debates", "actions", "coalitions", "loss_of_face", "threats", "limited_blows", "fragmentation",
        "abyss",
    ]  # fmt: skip
    levels = [graph.nodes[stage]["level"] for stage in range(1, 10)]
    assert levels == [Level.WIN_WIN] * 3 + [Level.WIN_LOSE] * 3 + [Level.LOSE_LOSE] * 3


def test_one_goes_up_and_down_step_by_step() -> None:
    graph = stairs()
    up = nx.DiGraph([(a, b) for a, b, kind in graph.edges(data="kind") if kind == "step_up"])
    down = nx.DiGraph([(a, b) for a, b, kind in graph.edges(data="kind") if kind == "step_down"])
    assert nx.dag_longest_path(up) == list(range(1, 10))
    assert nx.utils.edges_equal(up.reverse().edges, down.edges, directed=True)
    assert graph.number_of_edges() == 16
    assert nx.shortest_path(graph, 7, 1) == [7, 6, 5, 4, 3, 2, 1]


def test_every_call_gives_stairs_of_its_own() -> None:
    stairs().remove_node(5)
    assert stairs().number_of_nodes() == 9


def test_what_fits_where() -> None:
    """The ranges as given by F. Hartung, streitvermittler-mediator.de, glossary: 1-3 moderation, 3-5 process guidance,
    4-6 socio-therapeutic process guidance, 5-7 mediation, 6-8 arbitration or court, 7-9 power."""
    table = {kind.value: (stages[0], stages[-1]) for kind, stages in FITS.items()}
    assert table == {
        "moderation": (1, 3),
        "process_guidance": (3, 5),
        "socio_therapeutic": (4, 6),
        "mediation": (5, 7),
        "arbitration": (6, 8),
        "power_intervention": (7, 9),
    }
    assert fitting(5) == (Intervention.PROCESS_GUIDANCE, Intervention.SOCIO_THERAPEUTIC, Intervention.MEDIATION)
    assert all(stage in FITS[kind] for stage in Stage for kind in stairs().nodes[stage]["fits"])
    assert sum(len(fitting(stage)) for stage in Stage) == 18  # six kinds, three stages each


@pytest.mark.parametrize("stage", [0, 10, 2.5, -1])
def test_there_are_nine_stages(stage: float) -> None:
    with pytest.raises(ModelError) as caught:
        fitting(stage)  # type: ignore[arg-type]
    assert caught.value.code == "escalation.bad_number"
    assert caught.value.params["value"] == stage
