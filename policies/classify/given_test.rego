# What the tests of this folder share: inputs from answers.
package aiact.classify.given_test

import data.aiact.lib.dates

# Nothing but these answers.
only(answers) := on("2026-11-22", answers)

on(iso, answers) := system(iso, answers, {}, {})

system(iso, answers, owners, readings) := {
	"manifest": {
		"id": "a-system", "name": "A system", "version": null,
		"answers": answers, "undetermined": owners, "claims": {}, "details": {},
	},
	"facts": {},
	"history": {},
	"context": {"as_of": dates.day(iso), "readings": readings},
}

# A provider or deployer that has answered everything else with no.
described(iso, answers) := on(iso, object.union(_no, answers))

_no := object.union(
	{name: false |
		some name, fact in data.law.facts
		fact.polarity == "trigger"
	},
	{
		"c_machine_based": true,
		"c_autonomy": true,
		"c_infers": true,
		"c_output_influences": true,
		"eu_placed_or_service": true,
		"provider_established_in_eu": true,
		"gpai_significant_generality": true,
		"authority_area": "none",
		"a1_acts": [],
	},
)
