# METADATA
# title: Three-valued logic
# description: >-
#   Kleene logic over true, false and null. A trigger nobody answered is null: it neither makes a duty apply nor lets it vanish.
package aiact.lib.logic

all(values) := false if {
	false in values
} else := null if {
	null in values
} else := true

any(values) if {
	true in values
} else := null if {
	null in values
} else := false

no(true) := false

no(false) := true

no(null) := null
