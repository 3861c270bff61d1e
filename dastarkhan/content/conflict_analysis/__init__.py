"""Lesson 06, Conflict analysis: two cases, each with two honest briefings, two maps, two memories."""
