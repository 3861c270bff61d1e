"""Race sessions of `simulations.bargaining` against NegMAS: the same issues, utilities, reservations and deadline.

NegMAS reads the negotiation from our GENIUS files, so that both sides hold the same numbers; utilities of 1,000
packages must agree to 1e-9. Then six parties talk by alternating offers over 10^4 packages for at most 100 rounds:

- holding out (ours `boulware`, NegMAS's `BoulwareTBNegotiator`) and evenly (`linear`, `LinearTBNegotiator`). Both must
  end with an agreement that is worth its reservation to everybody;
- where nobody can agree, because all ask for nine tenths of the best: both must use up all 600 turns.

Timed is a whole session, from the finished negotiation to its end: listing and sorting the packages belongs to it on
both sides. Building or reading utilities does not.
"""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from peers import Peer, Row, race, timed

ROOT = Path(__file__).resolve().parents[1]
PEER = "negmas>=0.16,<0.17"
OLD_ARCHIVE = "--no-binary=stringcase"  # something NegMAS needs that comes as source only
N_ROUNDS, SAMPLE, ALIKE = 100, 1000, 1e-9
RACES = (  # ours, theirs, reservation, whether there is something to agree on, aim
    ("boulware", "BoulwareTBNegotiator", 0.2, True, 20.0),
    ("linear", "LinearTBNegotiator", 0.2, True, 20.0),
    ("boulware", "BoulwareTBNegotiator", 0.9, False, 20.0),
)


def compare(peer: Peer) -> list[Row]:
    """Run both on the same negotiations, then ours alone on smaller and larger ones."""
    sys.path.insert(0, str(ROOT))
    rows = [_race(peer, *one) for one in RACES]
    rows += [_alone("boulware", n_parties, shape) for n_parties, shape in _sizes()]
    rows += [_alone(name, 6, (10,) * 4) for name in ("problem_solver", "tit_for_tat")]
    return [*rows, _single_text()]


def negotiation(n_parties: int, shape: tuple[int, ...], reservation: float) -> Any:
    """Return random weights and random orders of the options, in utilities from 0 to 1."""
    from simulations.bargaining import Issue, Negotiation, Party

    rng = np.random.default_rng(11)
    issues = [Issue(key=f"i{place}", options=tuple(map(str, range(size)))) for place, size in enumerate(shape)]
    parties = []
    for place in range(n_parties):
        weights = rng.dirichlet(np.ones(len(shape)))
        values = {
            issue.key: weight * rng.permutation(np.linspace(0, 1, size))
            for issue, weight, size in zip(issues, weights, shape, strict=True)
        }
        parties.append(Party(key=f"p{place}", values=values, reservation=reservation))
    return Negotiation(issues=tuple(issues), parties=tuple(parties))


def session(talks: Any, name: str) -> Any:
    """Run one session of ours."""
    from simulations.bargaining import PARTNERS, alternating_offers

    partners = {party.key: PARTNERS[name] for party in talks.parties}
    return alternating_offers(talks, partners, n_rounds=N_ROUNDS, rng=np.random.default_rng(1))


def _race(peer: Peer, name: str, theirs: str, reservation: float, possible: bool, aim: float) -> Row:
    from simulations.bargaining import to_genius

    talks = negotiation(6, (10,) * 4, reservation)
    files = to_genius(talks)
    drawn = np.random.default_rng(2).integers(10, size=(SAMPLE, 4)).tolist()
    found = peer.answer(
        {"domain": files.domain, "profiles": dict(files.profiles), "strategy": theirs, "packages": drawn}
    )
    ended, seconds = timed(lambda: session(talks, name), times=9)
    ours = np.array([talks.payoffs(package) for package in drawn])
    same = float(np.abs(ours - np.array(found["utilities"])).max()) <= ALIKE
    if possible:
        agreed = talks.payoffs([int(option) for option in found["agreement"]]) if found["agreement"] else np.zeros(6)
        same &= bool((agreed >= reservation - ALIKE).all()) and bool(ended)
    else:
        same &= found["agreement"] is None and not ended and ended.n_turns == 6 * N_ROUNDS == 6 * found["rounds"]
    rounds = -(-ended.n_turns // 6)
    work = f"6 parties, 10,000 packages, {name}: {rounds} of {N_ROUNDS} rounds, NegMAS {found['rounds']}"
    return Row(work=work, ours_s=seconds, peer_s=found["seconds"], aim=aim, same=same)


def _sizes() -> list[tuple[int, tuple[int, ...]]]:
    return [(2, (10,) * 4), (12, (10,) * 4), (6, (10,) * 3), (6, (10,) * 5)]


def _alone(name: str, n_parties: int, shape: tuple[int, ...]) -> Row:
    """One session without a peer; whatever was agreed must be worth its reservation to everybody."""
    talks = negotiation(n_parties, shape, 0.2)
    ended, seconds = timed(lambda: session(talks, name), times=3)
    work = f"{n_parties} parties, {talks.n_packages:,} packages, {name}: {-(-ended.n_turns // n_parties)} rounds"
    return Row(work=work, ours_s=seconds, same=min(ended.deal.payoffs) >= 0.2)


def _single_text() -> Row:
    """A mediator's text: all climb, so nobody may end below where the first draft left it."""
    from simulations.bargaining import hill_climber, single_text

    talks = negotiation(6, (4,) * 15, 0.0)
    voters = {party.key: hill_climber for party in talks.parties}
    text, seconds = timed(lambda: single_text(talks, voters, n_drafts=2000, rng=np.random.default_rng(1)), times=3)
    kept = bool((talks.payoffs(text.drafts[-1]) >= talks.payoffs(text.drafts[0]) - ALIKE).all())
    return Row(work="6 parties, 4^15 packages, a single text of 2,000 drafts", ours_s=seconds, same=kept)


def run_peer(question: Mapping[str, Any]) -> dict[str, Any]:
    """Read the files, tell utilities, and run the session in NegMAS (in its own environment)."""
    from negmas.outcomes import issues_from_xml_str, make_os
    from negmas.preferences import UtilityFunction
    from negmas.sao import SAOMechanism
    from negmas.sao import negotiators as found

    issues, _ = issues_from_xml_str(question["domain"])
    utilities = [UtilityFunction.from_xml_str(text, issues=issues)[0] for text in question["profiles"].values()]
    space = make_os(issues)

    def run() -> Any:
        mechanism = SAOMechanism(outcome_space=space, n_steps=N_ROUNDS)
        for place, utility in enumerate(utilities):
            mechanism.add(getattr(found, question["strategy"])(name=str(place)), ufun=utility)
        return mechanism.run()

    state, seconds = timed(run, times=3)
    outcomes = [tuple(str(option) for option in package) for package in question["packages"]]
    return {
        "seconds": seconds,
        "rounds": state.step,
        "agreement": state.agreement,
        "utilities": [[float(utility(outcome)) for utility in utilities] for outcome in outcomes],
    }


if __name__ == "__main__":
    sys.exit(race(__file__, peer=[PEER, OLD_ARCHIVE], compare=compare, answer=run_peer))
