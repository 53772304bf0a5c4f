package aiact.classify.annex_iii_test

import data.aiact.classify.annex_iii
import data.aiact.classify.given_test as given

test_every_point_by_its_fact if {
	every point in annex_iii.points {
		annex_iii.met == [point] with input as given.only({annex_iii.fact(point): true})
		annex_iii.met == [] with input as given.only({annex_iii.fact(point): false})
	}
}

test_carve_outs_of_the_text if {
	every name, point in {
		"iii_1a_verification_only": "1a",
		"iii_5b_fraud_only": "5b",
		"iii_7d_travel_documents_only": "7d",
		"iii_8b_not_exposed": "8b",
	} {
		annex_iii.met == [] with input as given.only({annex_iii.fact(point): true, name: true})
		annex_iii.met == [point] with input as given.only({annex_iii.fact(point): true, name: false})
	}
}

_claiming(point, reason) := given.only({
	annex_iii.fact(point): true,
	"iii_exits": [{"point": point, "reason": reason, "basis": "text", "evidence": "present"}],
})

test_every_reason_leaves_its_points_and_no_other if {
	every reason, exit in data.law.annex_iii_exits {
		every point in exit.points {
			annex_iii.met == [] with input as _claiming(point, reason)
		}
		every point in {point | some point in annex_iii.points} - {point | some point in exit.points} {
			annex_iii.met == [point] with input as _claiming(point, reason)
		}
	}
}

test_the_law_says_the_basis_not_the_manifest if {
	[exit] := annex_iii.exits with input as _claiming("3b", "formative_only")
	exit.basis == "draft_guideline"
	exit.state == "present"
}

test_an_unknown_reason_is_rejected if {
	count(annex_iii.rejected) == 1 with input as _claiming("4a", "everybody_does_it")
	annex_iii.met == ["4a"] with input as _claiming("4a", "everybody_does_it")
}

test_safety_components_of_infrastructure if {
	answers := {"iii_2": true, "a1_solely_nonsafety": true}
	annex_iii.met == ["2"] with input as given.only(answers)
	safe := object.union(answers, {"a1_failure_endangers": false})
	annex_iii.met == [] with input as given.only(safe)
	[exit] := annex_iii.exits with input as given.only(safe)
	exit.reason == "solely_nonsafety"
}

test_nothing_is_met_out_of_scope if {
	annex_iii.met == [] with input as given.only({"iii_4a": true, "x_military": true})
}
