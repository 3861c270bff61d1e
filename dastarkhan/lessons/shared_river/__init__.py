"""Lesson 11, The shared river."""

CASE = "ayna"
ACTIVITIES = {  # in the order of the page
    "meet_river": "dastarkhan.lessons.shared_river.meet:MeetRiver",
    "act_alone": "dastarkhan.lessons.shared_river.alone:ActAlone",
    "dry_year": "dastarkhan.lessons.shared_river.dry:DryYear",
    "negotiate": "dastarkhan.lessons.shared_river.talks.negotiate:Negotiate",
    "role_down": "dastarkhan.lessons.shared_river.afterwards.role_down:RoleDown",
    "all_agreements": "dastarkhan.lessons.shared_river.afterwards.all_agreements:AllAgreements",
    "stress_test": "dastarkhan.lessons.shared_river.afterwards.stress:StressTest",
    "clauses": "dastarkhan.lessons.shared_river.afterwards.clauses:Clauses",
    "debrief": "dastarkhan.lessons.shared_river.afterwards.debrief:Debrief",
    "one_line": "dastarkhan.lessons.shared_river.afterwards.one_line:OneLine",
    "six_rules": "dastarkhan.lessons.shared_river.six:SixRules",
}
