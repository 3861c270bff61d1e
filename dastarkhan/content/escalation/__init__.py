"""Lesson 07, Escalation: nine steps, ten situations, a bad line, one sentence, help, early signs and rumours."""
