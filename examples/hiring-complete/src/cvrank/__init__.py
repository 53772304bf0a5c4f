"""Ranking of job applications under human decision."""

VERSION = "2.4.0"
