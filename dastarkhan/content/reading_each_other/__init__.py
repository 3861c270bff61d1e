"""Lesson 02, Reading each other: moments with two views, ways to say it, giving back, and a phone line that garbles."""
