"""The instalment desk: a score is bought, a loan officer decides."""
VERSION = "2.0.0"
