# METADATA
# title: Placing on the market and putting into service (Art. 3(9), 3(11))
# description: >-
#   Whether the system is on the market or in use on the day of the evaluation. No date at all counts as placed, so that silence never defers a duty.
package aiact.classify.placing

import data.aiact.classify.facts
import data.aiact.lib.dates

_dates := [date |
	some name in ["placed_on_market_date", "put_into_service_date", "planned_placing_date"]
	date := facts.f[name]
	is_number(date)
]

_done := [date | some date in _dates; date <= facts.as_of]

_later := [date | some date in _dates; date > facts.as_of]

# Art. 60: who plans to place and tests before; a declared provider is past that.
default prospective := false

prospective if {
	facts.f.role_prospective_provider == true
	facts.f.role_provider != true
}

# Art. 2(8): the activity before placing is outside, the class is not.
default premarket := false

premarket if prospective

premarket if facts.f.x_premarket_rnd == true

default placed := false

placed if count(_done) > 0

placed if {
	count(_later) == 0
	not premarket
}

planned := null if {
	placed
} else := min(_later) if {
	count(_later) > 0
} else := "open"

# Art. 111(2), recital 39 of Regulation (EU) 2026/1744: the first unit of the type counts, whoever placed it.
first := min(_placed_or_first) if {
	count(_placed_or_first) > 0
} else := min(_later) if {
	count(_later) > 0
} else := dates.never

_placed_or_first := array.concat(_done, [date | date := facts.f.type_first_placed_date; is_number(date)])
