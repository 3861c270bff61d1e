"""Machinery: everything that meets a person or a disk."""
