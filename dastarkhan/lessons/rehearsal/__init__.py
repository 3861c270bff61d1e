"""The rehearsal of a guide: a quarter of an hour with a simulated group. Which group, the guide's file says."""

CASE = None
CATALOG = "guide"
ACTIVITIES = {"rehearse": "dastarkhan.lessons.rehearsal.rehearse:Rehearse"}
