# METADATA
# title: Results and reasons of the steps
# description: For each step of the argument what came out and one sentence that says why.
package aiact.classify.reasons

import data.aiact.classify.facts
import data.aiact.classify.filter as claim
import data.aiact.classify.gpai as model
import data.aiact.classify.legacy
import data.aiact.classify.open_source
import data.aiact.classify.points
import data.aiact.classify.prohibited as art_5
import data.aiact.classify.registration as register
import data.aiact.classify.risk
import data.aiact.classify.roles as operator
import data.aiact.classify.route as conformity
import data.aiact.classify.scope as act
import data.aiact.classify.supervisor as authority
import data.aiact.classify.transparency as art_50
import data.aiact.lib.dates as calendar

ai_system := _say("AI system", "Every element of the definition holds or is not denied.") if {
	act.ai_system
} else := _say("no AI system", "An element of the definition is denied, or only an excluded technique is used.")

scope := _say("in scope", "There is a link to the Union and no exclusion holds.") if {
	open_source.in_scope
} else := _say("out of scope", "Free and open source, and neither high-risk nor under Art. 5 or 50.") if {
	open_source.excluded
} else := _say("out of scope", concat("", ["Excluded: ", concat(", ", act.exclusions), "."])) if {
	count(act.exclusions) > 0
} else := _say("out of scope", "The only user is a natural person in a personal activity.") if {
	act.personal_only
} else := _say("out of scope", "Neither an AI system nor a general-purpose model.") if {
	not act.regulated
} else := _say("out of scope", "Every link to the Union is denied.")

roles := _say("none", "No role is declared.") if {
	count(operator.held) == 0
} else := _say(concat(", ", sort(operator.held)), "Art. 25 makes a provider of whoever rebrands, modifies or repurposes.") if {
	operator.shifted
} else := _say(concat(", ", sort(operator.held)), "As declared.")

prohibited := _say(_letters(art_5.hits), "Every element of the practice is met and no exception is claimed.") if {
	art_5.hit
} else := _say("not met yet", "A practice is met whose prohibition is still to come.") if {
	some value in art_5.practice
	value == true
} else := _say("open", "An element of a practice is not answered, and no answer excludes the practice.") if {
	null in [value | some value in art_5.practice]
} else := _say("not met", "Each practice lacks an element or has an exception.")

_letters(hits) := concat(", ", [concat("", ["Art. 5(1)(", letter, ")"]) | some letter in hits])

annex_i := _say("Section A", "A product or safety component that needs a third-party assessment.") if {
	risk.hr_annex_i_a
} else := _say("Section B", "Only Arts 6(1), 60a and 102-112 apply through Annex I (Art. 2(2)).") if {
	risk.section_b
} else := _say("not examined", "A prohibited practice is met.") if {
	art_5.hit
} else := _say("open", "Whether an act of Annex I covers the product is not answered.") if {
	facts.f.a1_acts == null
	facts.f.a1_act == null
} else := _say("not met", "No act of Annex I with a third-party assessment, or no safety component.")

annex_iii := _say(concat(", ", [points.annex_iii(point) | some point in risk.points]), "The intended purpose meets the point.") if {
	risk.listed
} else := _say("not examined", "A prohibited practice is met.") if {
	art_5.hit
} else := _say("open", "A point is not answered, and none that is answered is met.") if {
	some name, value in facts.f
	startswith(name, "iii_")
	name != "iii_exits" # a carve-out that nobody claims opens nothing
	value == null
} else := _say("not met", "No point is affirmed, or a carve-out removes it.")

filter := _say("not high-risk", "A condition is met, with no significant risk, no material influence and no profiling.") if {
	risk.filtered
} else := _say("high-risk", "The provider's conclusion does not hold on these facts.") if {
	risk.listed
	claim.claimed
} else := _say("high-risk", "The provider has not concluded otherwise.") if {
	risk.listed
} else := _say("not needed", "No point of Annex III is met.")

transparency := _say(concat(", ", [paragraph | some paragraph in points.paragraphs]), "The trigger is met and no exception holds.") if {
	count(points.paragraphs) > 0
} else := _say("open", "A trigger is not answered.") if {
	some name, value in art_50.due
	value == null
	art_50.owed[name]
} else := _say("none", "No trigger is met for a declared role, or an exception holds.")

gpai := _say("systemic risk", "Presumed above the threshold, or by capabilities, designation or origin (Art. 51).") if {
	model.systemic_risk
} else := _say("general-purpose model", "Significant generality, without systemic risk.") if {
	model.model
} else := _say("no model", "No general-purpose model is provided.")

route := _say(conformity.route, "It follows from the class and, for biometrics, from the standards applied.")

registration := _say(register.registration, "Only Annex III registers, each point where Art. 49 sends it.")

supervisor := _say(authority.supervisor, "It follows from the operator, the area and who provides the model.")

dates := _say("no class date", "Nothing on these facts depends on a high-risk class.") if {
	legacy.class_date == null
} else := _say("already placed", "Placed before the class date and not changed significantly since (Art. 111).") if {
	legacy.holds
} else := _say(calendar.iso(legacy.class_date), "The date of the class; a system still to be placed is due on placing.")

_say(result, reason) := {"result": result, "reason": reason}
