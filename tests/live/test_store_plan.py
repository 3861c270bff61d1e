"""What waits together is decided as if it had come one by one; held against a store of plain lists."""

from hypothesis import given
from hypothesis import strategies as st

from dastarkhan.live.store.entries import Entry
from dastarkhan.live.store.known import Known, Verdict, Wish

WISHES = st.lists(
    st.builds(
        lambda stream, id_, after: Wish(
            stream=stream, entry=Entry(id=id_, kind="move", at=0.0), text="{}", after=after
        ),
        st.sampled_from(["room", "table/1"]),
        st.sampled_from("abcde"),
        st.integers(0, 6),
    ),
    max_size=12,
)


def one_by_one(streams: dict[str, list[str]], wish: Wish) -> tuple[Verdict, int]:
    ids = streams.setdefault(wish.stream, [])
    if wish.entry.id in ids:
        return Verdict.STORED, ids.index(wish.entry.id) + 1
    if wish.after == len(ids):
        ids.append(wish.entry.id)
        return Verdict.NEW, len(ids)
    return (Verdict.LATE if wish.after < len(ids) else Verdict.AHEAD), wish.after + 1


@given(batches=st.lists(st.tuples(WISHES, st.booleans()), max_size=5))
def test_a_batch_is_decided_like_single_wishes(batches: list[tuple[list[Wish], bool]]) -> None:
    known, streams = Known(), dict[str, list[str]]()
    for wishes, disk_is_well in batches:
        before = {stream: list(ids) for stream, ids in streams.items()}
        plan = known.plan(wishes)
        assert plan.verdicts == [one_by_one(streams, wish) for wish in wishes]
        new = {
            (s, n + 1): id_ for s, ids in streams.items() for n, id_ in enumerate(ids) if n >= len(before.get(s, ()))
        }
        assert {place: wish.entry.id for place, wish in plan.rows.items()} == new
        if disk_is_well:
            known.keep(plan)
        else:
            streams = before  # nothing of a refused batch is remembered
        assert known.heads() == {stream: len(ids) for stream, ids in streams.items() if ids}
