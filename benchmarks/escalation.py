"""Race `simulations.escalation` against Axelrod: two who mirror or forgive on a line that errs, many matches at once.

Axelrod's noise turns an act round before both see it. Ours lets the act be and turns round what is heard. For
strategies that look at the other's last act alone this is the same process, and what Axelrod counts as cooperation is
what ours counts as calm acts heard. Both must give the exact share of calm, which follows from a recursion, within five
standard errors over the matches. Then runs grow in number, and relations; there the exact chain bears witness.
"""

import sys
from pathlib import Path
from typing import Any

import numpy as np
from peers import Peer, Row, race, timed

ROOT = Path(__file__).resolve().parents[1]
PEER = "axelrod>=4.13,<4.14"  # 4.14 asks for a machine learning library of several gigabytes
NOISE, MATCHES, TURNS = 0.1, 1000, 200


def compare(peer: Peer) -> list[Row]:
    """Run both on the same matches, then ours alone on ever more."""
    sys.path.insert(0, str(ROOT))
    answers = peer.answer([0.0, 0.3])
    rows = [_against(answers[0], 0.0, aim=20.0), _against(answers[1], 0.3, aim=50.0)]
    rows += [_runs(n_runs) for n_runs in (1000, 10_000, 100_000)]
    return [*rows, _exact(), _parties()]


def _against(answer: Any, forgiveness: float, *, aim: float) -> Row:
    from simulations.escalation import Line, Order, Quarrel, Turn, forgiving, simulate

    parties = {"springs": forgiving(forgiveness), "gardens": forgiving(forgiveness)}
    line = Line(calm_as_hostile=NOISE, hostile_as_calm=NOISE)
    quarrel = Quarrel(parties=parties, line=line, order=Order.AT_ONCE, n_rounds=TURNS)
    (runs,), seconds = timed(lambda: tuple(simulate(quarrel, n_runs=MATCHES, seed=1).values()))
    heard = runs.hostile_acts + runs.turns[Turn.MISREAD] - runs.turns[Turn.MISSED]
    calm = np.array([1 - heard / (2 * TURNS), np.array(answer["calm"])])
    errors = calm.std(axis=1) / np.sqrt(MATCHES)
    same = bool((np.abs(calm.mean(axis=1) - exact_calm(forgiveness)) <= 5 * errors).all())
    work = f"{MATCHES} matches of {TURNS} turns, both forgive {forgiveness:.0%}, {NOISE:.0%} noise"
    return Row(work=work, ours_s=seconds, peer_s=answer["seconds"], aim=aim, same=same)


def exact_calm(forgiveness: float) -> float:
    """Return the mean share of acts that are heard as calm, over all turns."""
    calm, shares = 1.0, []
    for _ in range(TURNS):
        act = calm + (1 - calm) * forgiveness
        calm = act * (1 - NOISE) + (1 - act) * NOISE
        shares.append(calm)
    return float(np.mean(shares))


def _runs(n_runs: int) -> Row:
    from simulations.escalation import Line, Quarrel, exact_stages, forgiving, simulate

    quarrel = Quarrel(parties={"springs": forgiving(), "gardens": forgiving()}, line=Line(calm_as_hostile=0.3))
    (runs,), seconds = timed(lambda: tuple(simulate(quarrel, n_runs=n_runs, seed=1).values()), times=3)
    return Row(work=f"{n_runs:,} runs of 16 rounds", ours_s=seconds, same=_near(runs.stages, exact_stages(quarrel)))


def _exact() -> Row:
    from simulations.escalation import Line, Quarrel, exact_stages, grit, simulate

    quarrel = Quarrel(parties={"springs": grit(), "gardens": grit()}, line=Line(calm_as_hostile=0.3))
    exact, seconds = timed(lambda: exact_stages(quarrel))
    (runs,) = simulate(quarrel, n_runs=5000, seed=1).values()
    work = "the exact chain of two who use grit, 900 states, 16 rounds"
    return Row(work=work, ours_s=seconds, same=_near(runs.stages, exact))


def _parties() -> Row:
    from simulations.escalation import Line, Quarrel, exact_stages, forgiving, simulate

    line, names = Line(calm_as_hostile=0.3), [f"party {number}" for number in range(10)]
    quarrel = Quarrel(parties=dict.fromkeys(names, forgiving()), line=line)
    relations, seconds = timed(lambda: simulate(quarrel, n_runs=1000, seed=1), times=3)
    pair = exact_stages(Quarrel(parties=dict.fromkeys(names[:2], forgiving()), line=line))
    same = all(_near(runs.stages, pair) for runs in relations.values())
    return Row(work="10 parties, 45 relations, 1,000 runs of 16 rounds", ours_s=seconds, same=same)


def _near(stages: Any, exact: Any) -> bool:
    """Whether the shares of runs at every stage lie within five standard errors of the exact ones."""
    shares = np.array([(stages == stage).mean(axis=0) for stage in range(1, 10)]).T
    errors = np.sqrt(np.clip(exact * (1 - exact), 0, None) / len(stages))
    return bool((np.abs(shares - exact) <= 5 * errors + 3 / len(stages)).all())


def play_peer(question: Any) -> Any:
    """Play the matches in Axelrod (in its own environment), once for each share of forgiveness."""
    return [_matches(forgiveness) for forgiveness in question]


def _matches(forgiveness: float) -> Any:
    """Return the share of calm in every match, and the seconds of playing alone."""
    import axelrod

    def player() -> Any:
        return axelrod.GTFT(p=forgiveness) if forgiveness else axelrod.TitForTat()

    match = axelrod.Match((player(), player()), turns=TURNS, noise=NOISE, seed=1)
    results, seconds = timed(lambda: [match.play() for _ in range(MATCHES)], times=1)
    calm = [sum(act == axelrod.Action.C for turn in result for act in turn) / (2 * TURNS) for result in results]
    return {"calm": calm, "seconds": seconds}


if __name__ == "__main__":
    sys.exit(race(__file__, peer=[PEER], compare=compare, answer=play_peer))
