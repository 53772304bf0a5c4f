# METADATA
# title: Dates as whole days
# description: >-
#   Days since 1970-01-01, so that dates compare as integers. ISO dates come from the data of the law only, never from a manifest.
package aiact.lib.dates

# Later than any date a manifest can name (9999-01-01): the value of a first placing nobody has declared.
never := 2932532

day(iso) := time.parse_rfc3339_ns(concat("", [iso, "T00:00:00Z"])) / _day_ns

# Nanoseconds in 64 bits end in the year 2262; a day that a file claims beyond it, or before 1970, is named by its number.
_last := 106750

iso(day_number) := concat("-", [_two(year), _two(month), _two(day_of_month)]) if {
	day_number >= 0
	day_number <= _last
	[year, month, day_of_month] := time.date(day_number * _day_ns)
} else := sprintf("day %d", [day_number])

_day_ns := 86400000000000

_two(n) := concat("", ["0", sprintf("%d", [n])]) if n < 10

_two(n) := sprintf("%d", [n]) if n >= 10
