"""Malkasten draws a picture from a wish in words."""
VERSION = "1.3.0"
