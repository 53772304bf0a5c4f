# METADATA
# title: Registration (Art. 49)
# description: >-
#   Only Annex III registers: point 2 nationally while it is high-risk, points 6 and 7 and point 1 in law enforcement, migration, asylum and
#   border control in the non-public section, everything else in the public database, also when filtered (Art. 49(2), U13).
package aiact.classify.registration

import data.aiact.classify.facts
import data.aiact.classify.risk
import data.aiact.classify.route

registration := concat("; ", _places) if {
	count(_places) > 0
} else := "none"

_places := array.concat(
	["national (Art. 49(5))" | _national],
	[place | count(_union_points) > 0; place := _union_place],
)

default _national := false

_national if {
	risk.hr_annex_iii
	"2" in risk.points
}

# A filtered point 2 stays with Art. 49(2), which has no carve-out for it (U13).
_union_points := [point | some point in risk.points; not _goes_national(point)]

_goes_national(point) if {
	point == "2"
	risk.hr_annex_iii
}

_union_place := "non-public section (Art. 49(4))" if {
	some point in _union_points
	_non_public(point)
} else := "EU database, public"

_non_public(point) if startswith(point, "6")

_non_public(point) if startswith(point, "7")

_non_public(point) if {
	startswith(point, "1")
	facts.f.authority_area in route.border_areas
}
