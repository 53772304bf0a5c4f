"""The part of the crawler KarstBot that decides what may be taken."""
