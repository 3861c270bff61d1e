"""Draw the pictures of the pages in this folder, from the models themselves.

    python docs/models/draw.py              all of them, into docs/pictures
    python docs/models/draw.py FOLDER       into another folder

Lessons draw with `dastarkhan.pictures`, which knows every language. These are for readers of the pages, in English.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import matplotlib as mpl
import networkx as nx
import numpy as np
from matplotlib.figure import Figure

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from dastarkhan.pictures.tokens import FONT_FOLDER, colour  # noqa: E402

PICTURES: dict[str, Callable[[Figure], None]] = {}


def picture(draw: Callable[[Figure], None]) -> Callable[[Figure], None]:
    """List a picture under the name of its function."""
    PICTURES[draw.__name__] = draw
    return draw


@picture
def bargaining(figure: Figure) -> None:
    """All packages of a negotiation, the frontier, the zone, and four ideas of a good agreement."""
    from simulations.bargaining import (
        Issue,
        Negotiation,
        Party,
        egalitarian,
        kalai_smorodinsky,
        nash_solution,
        pareto_frontier,
        utilitarian,
    )

    rng = np.random.default_rng(3)
    sizes = {"water": 5, "works": 4, "visits": 5, "days": 4}
    issues = [Issue(key=key, options=[str(place) for place in range(size)]) for key, size in sizes.items()]
    weights = {"springs": (35, 30, 10, 25), "gardens": (45, 10, 30, 15)}
    parties = []
    for party, direction in (("springs", -1), ("gardens", 1)):
        steps = [np.sort(rng.random(size))[::direction] for size in sizes.values()]
        shares = [(one - one.min()) / (one.max() - one.min()) for one in steps]
        values = {key: np.round(w * s) for key, w, s in zip(sizes, weights[party], shares, strict=True)}
        parties.append(Party(key=party, values=values, reservation=38))
    talks = Negotiation(issues=issues, parties=parties)
    everything = np.array([talks.payoffs(package) for package in np.ndindex(*sizes.values())])
    axes = plain(figure.add_subplot(), "Springs, points", "Gardens, points")
    axes.axvspan(38, 104, ymin=(38 + 4) / 108, color=colour("sage-soft"), zorder=0)
    axes.plot(*everything.T, ".", color=colour("edge"), markersize=3, label="all packages")
    edge = pareto_frontier(talks).payoffs
    edge = edge[edge[:, 0].argsort()]
    axes.plot(*edge.T, "o-", color=colour("river"), markersize=4, linewidth=1, label="Pareto frontier")
    for mark, name, solve in (("s", "Nash", nash_solution), ("^", "Kalai-Smorodinsky", kalai_smorodinsky),
                              ("D", "egalitarian", egalitarian), ("P", "utilitarian", utilitarian)):  # fmt: skip
        axes.plot(*solve(talks).payoffs, mark, color=colour("apricot"), markersize=11, fillstyle="none",
                  markeredgewidth=2, label=name)  # fmt: skip
    axes.set(xlim=(-4, 104), ylim=(-4, 104), aspect="equal")
    axes.text(102, 101, "agreement zone", ha="right", va="top", color=colour("ink-soft"))
    axes.legend(loc="lower left", frameon=True, facecolor=colour("cloth"))


@picture
def coalitions(figure: Figure) -> None:
    """The triangle of all ways to share a cost among three towns."""
    from simulations.coalitions import least_core, nucleolus, shapley_value

    alone = {1: 6, 2: 7, 3: 9, 4: 8, 5: 12, 6: 9}
    costs = np.array([0, *(alone[mask] for mask in range(1, 7)), 12])
    corners = np.array([[0, 0], [1, 0], [0.5, 3**0.5 / 2]])
    steps = np.linspace(0, 12, 241)
    shares = np.array([(a, b, 12 - a - b) for a in steps for b in steps if a + b <= 12 + 1e-9])
    sums = np.array([shares @ [(mask >> bit) & 1 for bit in range(3)] for mask in range(1, 7)])
    complaint = (sums - costs[1:7, None]).max(axis=0)
    axes = figure.add_subplot()
    axes.set_axis_off()
    at = shares / 12 @ corners
    axes.tricontourf(*at.T, complaint, levels=[-9, 0], colors=[colour("sage-soft")])
    lines = axes.tricontour(*at.T, complaint, levels=[-1, 0, 2, 4, 6], colors=[colour("edge")], linewidths=1)
    axes.clabel(lines, fontsize=9)
    axes.plot(*np.vstack([corners, corners[:1]]).T, color=colour("ink"))
    for mark, name, ink, found in (("o", "Shapley value", "river", -shapley_value(-costs)),
                                   ("*", "nucleolus", "apricot", -nucleolus(-costs))):  # fmt: skip
        axes.plot(*(found / 12 @ corners), mark, color=colour(ink), markersize=12, label=f"{name} {short(found)}")
    for corner, name, align in zip(corners, ("hill pays all", "middle pays all", "plain pays all"),
                                   ("right", "left", "center"), strict=True):  # fmt: skip
        axes.annotate(name, corner, xytext=(0, -16 if corner[1] == 0 else 8), textcoords="offset points", ha=align)
    least = least_core(-costs).epsilon
    axes.set_title(f"Lines: largest complaint, at best {least:.2f}. Green: nobody complains.", fontsize=11, pad=22)
    axes.set(aspect="equal")
    axes.legend(loc="upper left", frameon=False)


@picture
def escalation(figure: Figure) -> None:
    """Two strategies walk the stairs, 500 times each."""
    from simulations.escalation import Line, Quarrel, forgiving, mirror, simulate

    bands = (("win and win", 0.5, 3.5, "sage-soft"), ("win or lose", 3.5, 6.5, "saffron-soft"),
             ("lose and lose", 6.5, 9.5, "pomegranate-soft"))  # fmt: skip
    for place, (name, strategy) in enumerate((("two mirrors", mirror()), ("two forgiving, 30 %", forgiving(0.3)))):
        quarrel = Quarrel(parties={"springs": strategy, "gardens": strategy}, line=Line(calm_as_hostile=0.3))
        runs = simulate(quarrel, n_runs=500, seed=7)["springs", "gardens"]
        axes = plain(figure.add_subplot(1, 2, place + 1), "round", "stage" if place == 0 else "")
        for level, low, high, ground in bands:
            axes.axhspan(low, high, color=colour(ground), zorder=0)
            if place == 1:
                axes.text(16.6, (low + high) / 2, level, va="center", rotation=90, color=colour("ink-soft"))
        rounds = np.arange(runs.stages.shape[1])
        jitter = np.random.default_rng(1).uniform(-0.25, 0.25, (40, 1))
        axes.plot(rounds, (runs.stages[:40] + jitter).T, color=colour("edge"), linewidth=0.6, alpha=0.7)
        axes.plot(rounds, runs.mean_stage, color=colour("river"), linewidth=3)
        axes.set(ylim=(0.5, 9.5), xlim=(0, 16.4), yticks=range(1, 10), xticks=range(0, 17, 4))
        axes.set_title(f"{name}: {runs.share_at_least(7)[-1]:.0%} end at 7 or above", fontsize=11)


@picture
def contact(figure: Figure) -> None:
    """Two towns before and after people say what they share."""
    from simulations.contact import before_and_after, shared_identities, two_towns

    rng = np.random.default_rng(5)
    ties, towns = two_towns(12, 1, rng=rng)
    many = ["music", "football", "river", "eldest", "tea", "chess", "bread", "songs"]
    chosen = {person: rng.choice(many, size=int(rng.integers(0, 3)), replace=False).tolist() for person in ties}
    found = before_and_after(ties, chosen, towns)
    turn = np.linspace(0, 2 * np.pi, 13)[:-1]
    places = {person: (np.cos(turn[place % 12]) + (2.8 if place >= 12 else 0), np.sin(turn[place % 12]))
              for place, person in enumerate(ties)}  # fmt: skip
    web = shared_identities(chosen)
    for panel, (name, number, extra) in enumerate((("before", found.before, []), ("after", found.after, web.edges))):
        axes = figure.add_subplot(2, 1, panel + 1)
        axes.set_axis_off()
        nx.draw_networkx_edges(ties, places, ax=axes, edge_color=colour("edge"), width=0.8)
        across = [tie for tie in (*ties.edges, *extra) if towns[tie[0]] != towns[tie[1]]]
        nx.draw_networkx_edges(nx.Graph(across), places, ax=axes, edge_color=colour("river"), width=1.4)
        for town, shape, ink in (("mill", "o", "apricot"), ("willow", "s", "river")):
            people = [person for person in ties if towns[person] == town]
            nx.draw_networkx_nodes(
                ties, places, people, ax=axes, node_shape=shape, node_size=70, node_color=colour(ink)
            )
        axes.set_title(f"{name} people say what they share: {number:.2f}", fontsize=11)
        axes.set(aspect="equal")


@picture
def relations(figure: Figure) -> None:
    """A map of relations and its two camps."""
    from simulations.relations import frustration

    good = "farms-town farms-bakers town-bakers herders-mill mill-drivers herders-drivers town-drivers"
    bad = "farms-mill farms-herders bakers-mill town-herders"
    graph = nx.Graph()
    for pairs, sign in ((good, 1), (bad, -1)):
        graph.add_edges_from((*pair.split("-"), {"sign": sign}) for pair in pairs.split())
    found = frustration(graph)
    places = {}
    for side, camp in enumerate(found.camps):
        places |= {person: (2.4 * side + 0.7 * (place % 2), place) for place, person in enumerate(camp)}
    axes = figure.add_subplot()
    axes.set_axis_off()
    misfits = {frozenset(tie) for tie in found.misfits}
    for one, other, sign in graph.edges(data="sign"):
        ink = colour("pomegranate") if frozenset((one, other)) in misfits else colour("ink-soft")
        axes.plot(
            *np.array([places[one], places[other]]).T, color=ink, linewidth=2, linestyle="-" if sign > 0 else "--"
        )
    for side, camp in enumerate(found.camps):
        for person in camp:
            ground = colour("river-soft" if side else "apricot-soft")
            axes.text(
                *places[person], person, ha="center", va="center", bbox={"facecolor": ground, "boxstyle": "round"}
            )
    axes.margins(0.15)
    axes.set_title(
        f"Good ties drawn through, bad ties dashed; {found.index} tie does not fit the two camps", fontsize=11
    )


@picture
def stability(figure: Figure) -> None:
    """Four states of "release and pay", and which of them hold."""
    from simulations.stability import OptionForm, Stability, equilibria

    rankings = {"springs": ["NY", "YY", "NN", "YN"], "gardens": ["YN", "YY", "NN", "NY"]}
    model = OptionForm(options={"springs": ["release"], "gardens": ["pay"]}, rankings=rankings).graph_model()
    axes = figure.add_subplot()
    axes.set_axis_off()
    places = {"NN": (0, 0), "YN": (3, 0), "NY": (0, 2), "YY": (3, 2)}
    words = {"NN": "nothing", "YN": "release only", "NY": "pay only", "YY": "release and pay"}
    nash, seq = (equilibria(model, concept) for concept in (Stability.NASH, Stability.SEQ))
    for party, ink in (("springs", "apricot"), ("gardens", "river")):
        for one, other in (("NN", "YN"), ("NY", "YY")) if party == "springs" else (("NN", "NY"), ("YN", "YY")):
            order = rankings[party]
            start, end = (other, one) if order.index(one) < order.index(other) else (one, other)
            axes.annotate("", places[end], places[start], arrowprops={"arrowstyle": "-|>", "color": colour(ink),
                          "linewidth": 2, "shrinkA": 48, "shrinkB": 48})  # fmt: skip
    for state, place in places.items():
        held = "holds by itself" if state in nash else "holds by an answer" if state in seq else ""
        ground = colour("sage-soft" if held else "cloth")
        axes.text(*place, f"{words[state]}\n{held}".strip(), ha="center", va="center",
                  bbox={"facecolor": ground, "boxstyle": "round,pad=0.8"})  # fmt: skip
    axes.set(xlim=(-0.8, 3.8), ylim=(-0.5, 2.5))
    axes.set_title("What would be better for Springs (orange) and for Gardens (blue) alone", fontsize=11)


@picture
def keeping(figure: Figure) -> None:
    """What leaving the payment aside brings Gardens, before and after the answer."""
    from simulations.games import read_case, would_keep

    case, package = read_case("ayna"), {"summer_release": 55, "payment": 220}
    axes = plain(figure.add_subplot(), "", "Gardens, points beside keeping everything")
    for place, card in enumerate(("normal", "very_dry")):
        (test,) = (one for one in would_keep(case, package, card=card).tests if one.promise.term == "payment")
        bars = (("left aside", test.gain_points, "saffron"), ("after the answer", test.after_points, "river"))
        for step, (label, points, ink) in enumerate(bars):
            axes.bar(place + 0.36 * step, points, 0.32, color=colour(ink), label=label if place == 0 else None)
            axes.text(place + 0.36 * step, points, f"{points:+d}", ha="center", va="bottom" if points > 0 else "top")
    axes.axhline(0, color=colour("ink"), linewidth=1)
    axes.set_xticks([0.18, 1.18], ["a normal year", "the driest year"])
    axes.margins(y=0.15)
    axes.legend(frameon=False, loc="upper center")


@picture
def talks(figure: Figure) -> None:
    """The offers of two partners on the way to an agreement, among all packages."""
    from simulations.bargaining import PARTNERS, Issue, Negotiation, Party, alternating_offers

    sizes = {"water": 5, "works": 5, "visits": 5}
    issues = [Issue(key=key, options=[str(place) for place in range(size)]) for key, size in sizes.items()]
    weights = {"springs": (50, 30, 20), "gardens": (20, 30, 50)}
    parties = []
    for party, direction in (("springs", 1), ("gardens", -1)):
        values = {
            key: [w * place / 4 for place in range(5)][::direction]
            for key, w in zip(sizes, weights[party], strict=True)
        }
        parties.append(Party(key=party, values=values, reservation=30))
    negotiation = Negotiation(issues=issues, parties=parties)
    everything = np.array([negotiation.payoffs(package) for package in np.ndindex(5, 5, 5)])
    partners = {"springs": PARTNERS["linear"], "gardens": PARTNERS["problem_solver"]}
    session = alternating_offers(negotiation, partners, n_rounds=8, rng=np.random.default_rng(2))
    axes = plain(figure.add_subplot(), "Springs, points", "Gardens, points")
    axes.plot(*everything.T, ".", color=colour("line"), label="all packages")
    for party, ink, mark in (("springs", "apricot", "o-"), ("gardens", "river", "s-")):
        path = [
            negotiation.payoffs(offer) for offer, who in zip(session.offers, session.whose, strict=True) if who == party
        ]
        axes.plot(*np.array(path).T, mark, color=colour(ink), label=f"offers of {party.title()}")
    axes.plot(*session.deal.payoffs, "*", color=colour("sage"), markersize=18, label="agreed")
    axes.set(aspect="equal")
    axes.legend(frameon=False, loc="lower left")


@picture
def teamwork(figure: Figure) -> None:
    """Thirty people of two banks at six tables, and who can talk with whom."""
    from simulations.teamwork import Card, groups, table_sizes

    rng = np.random.default_rng(4)
    cards = []
    for number in range(30):
        side = "left" if number % 2 else "right"
        known = ["a" if side == "left" else "b"] + [code for code in "abc" if rng.random() < 0.3]
        cards.append(Card(key=str(number), side=side, languages=sorted(set(known))))
    by_key = {card.key: card for card in cards}
    for place, table in enumerate(groups(cards, table_sizes(30, ideal=5).sizes, seed=1).tables):
        axes = figure.add_subplot(2, 3, place + 1)
        axes.set_axis_off()
        turn = np.linspace(0, 2 * np.pi, len(table.members), endpoint=False)
        spots = {key: (np.cos(angle), np.sin(angle)) for key, angle in zip(table.members, turn, strict=True)}
        for one in table.members:
            for other in table.members:
                if one < other and set(by_key[one].languages) & set(by_key[other].languages):
                    axes.plot(*np.array([spots[one], spots[other]]).T, color=colour("edge"), linewidth=1, zorder=1)
        for key, spot in spots.items():
            left = by_key[key].side == "left"
            axes.plot(*spot, "o" if left else "s", markersize=22, color=colour("apricot" if left else "river"),
                      markeredgecolor=colour("saffron"), markeredgewidth=4 if key == table.bridge else 0)  # fmt: skip
            axes.text(
                *spot, "".join(by_key[key].languages), color=colour("on-colour"), ha="center", va="center", fontsize=9
            )
        axes.set(aspect="equal", xlim=(-1.5, 1.5), ylim=(-1.4, 1.4))
        axes.set_title(f"bridge ({table.bridge})" if table.bridge else "common language", fontsize=10)


def plain(axes: object, x: str, y: str) -> mpl.axes.Axes:
    """Return axes with names and without a box."""
    axes.set(xlabel=x, ylabel=y)  # type: ignore[attr-defined]
    axes.spines[["top", "right"]].set_visible(False)  # type: ignore[attr-defined]
    return axes  # type: ignore[return-value]


def short(numbers: np.ndarray) -> str:
    """Return numbers as people write them."""
    return "(" + ", ".join(f"{number:g}" for number in np.round(numbers, 2)) + ")"


def main(folder: Path) -> None:
    """Draw every picture."""
    for font in FONT_FOLDER.glob("NotoSans-*.ttf"):
        mpl.font_manager.fontManager.addfont(font)
    style = {"font.family": "Noto Sans", "figure.facecolor": colour("paper"), "axes.facecolor": colour("cloth"),
             "text.color": colour("ink"), "axes.labelcolor": colour("ink"), "font.size": 10,
             "axes.unicode_minus": False}  # fmt: skip
    with mpl.rc_context(style):
        for name, draw in PICTURES.items():
            figure = Figure(figsize=(8, 5), layout="constrained")
            draw(figure)
            figure.savefig(folder / f"model_{name}.png", dpi=100, pil_kwargs={"optimize": True})


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "docs" / "pictures")
