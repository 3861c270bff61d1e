"""Plots and maps (matplotlib) and the look's tokens."""
