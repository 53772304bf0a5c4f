# METADATA
# title: The facts, total
# description: >-
#   Every fact of the catalogue has a value: the answer of the manifest, else its default. Exits and events default to false (not claimed, not
#   open); triggers default to null (nobody knows). null is a value in Rego, so policies always compare with == true or != false.
package aiact.classify.facts

f := object.union(object.union(_defaults, _implied), _answers)

_answers := {name: value | some name, value in input.manifest.answers; value != null}

# What generates no synthetic content shows no persons and no scenes, so Art. 5(1)(ba) and (bb) are not asked about.
_implied := {name: false | some name in _depictions; not owners[name]} if {
	_answers.generates_synthetic_content == false
} else := {}

_depictions := ["generates_visual_audio_of_persons", "generates_visual_depictions"]

_defaults := {name: fact.default | some name, fact in data.law.facts}

as_of := input.context.as_of

# The owner of an open question the team has admitted.
owners := object.get(input.manifest, "undetermined", {})

claims := object.get(input.manifest, "claims", {})

# Which reading of a disputed provision is asked for; data.law.readings explains them.
strict(question) if {
	object.get(object.get(input.context, "readings", {}), question, "cautious") == "strict"
} else := false
