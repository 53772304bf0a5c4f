# METADATA
# title: The classification of a system
# description: The one object the rest of the tool reads. Every key always has a value.
package aiact.classify.result

import data.aiact.classify.classes
import data.aiact.classify.core
import data.aiact.classify.derived
import data.aiact.classify.duty
import data.aiact.classify.exits
import data.aiact.classify.legacy
import data.aiact.classify.notes
import data.aiact.classify.placing
import data.aiact.classify.points
import data.aiact.classify.registration
import data.aiact.classify.roles
import data.aiact.classify.route
import data.aiact.classify.steps
import data.aiact.classify.supervisor

classification := {
	"classes": classes.classes,
	"points": points.points,
	"roles": roles.held,
	"derived": derived.derived,
	"route": route.route,
	"registration": registration.registration,
	"supervisor": supervisor.supervisor,
	"placing": {"placed": placing.placed, "planned": placing.planned},
	"legacy": {
		"holds": legacy.holds,
		"due": legacy.due,
		"trigger": legacy.trigger,
		"class_date": legacy.class_date,
	},
	"obligations": duty.obligations,
	"core": core.core,
	"questions": core.questions,
	"exits": exits.exits,
	"notes": notes.notes,
	"steps": steps.steps,
}
