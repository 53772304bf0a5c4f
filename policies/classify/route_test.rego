package aiact.classify.route_test

import data.aiact.classify.given_test as given
import data.aiact.classify.registration
import data.aiact.classify.route
import data.aiact.classify.supervisor

_product := {"a1_act": 11, "a1_is_product": true, "a1_third_party_required": true}

_restricted := {"iii_1a": true, "oj_standard_published_with_restriction": "part 4"}

_specified := {"iii_1a": true, "common_specifications_exist": true, "applies_common_specifications": true}

_authority := "; under Annex VII the market surveillance authority of Art. 74(8)/(9) acts as notified body"

test_routes if {
	every case in [
		[{}, "none"],
		[_product, "sectoral procedure + Section 2 + Art. 17 (Art. 43(3))"],
		[object.union(_product, {"iii_1a": true}), "sectoral procedure + Section 2 + Art. 17 (Art. 43(3))"],
		[object.union(_product, {"a1_act": 18}), "sectoral act only (Art. 2(2))"],
		[{"iii_4a": true}, "Annex VI (internal control)"],
		[{"iii_1a": true}, "Annex VII (notified body)"],
		[{"iii_1a": true, "oj_cited_standard_full": true}, "Annex VI or VII"],
		[_specified, "Annex VI or VII"],
		[_restricted, "Annex VII for the restricted part (Art. 43(1)(d)), rest Annex VI or VII"],
		[{"iii_1a": true, "authority_area": "asylum"}, concat("", ["Annex VII (notified body)", _authority])],
		[{"iii_1c": true, "union_institution": true}, concat("", ["Annex VII (notified body)", _authority])],
	] {
		route.route == case[1] with input as given.only(case[0])
	}
}

_filtered := {
	"art6_3_claimed": true, "f_a": true, "performs_profiling": false,
	"f_no_significant_risk": true, "f_no_material_influence": true,
}

test_registration if {
	every case in [
		[{}, "none"],
		[_product, "none"],
		[{"iii_4a": true}, "EU database, public"],
		[{"iii_2": true}, "national (Art. 49(5))"],
		[{"iii_2": true, "iii_4a": true}, "national (Art. 49(5)); EU database, public"],
		[object.union({"iii_2": true}, _filtered), "EU database, public"],
		[{"iii_6a": true}, "non-public section (Art. 49(4))"],
		[{"iii_7b": true}, "non-public section (Art. 49(4))"],
		[{"iii_1a": true}, "EU database, public"],
		[{"iii_1a": true, "authority_area": "border_control"}, "non-public section (Art. 49(4))"],
		[{"iii_1a": true, "authority_area": "justice"}, "EU database, public"],
	] {
		registration.registration == case[1] with input as given.only(case[0])
	}
}

test_supervisor if {
	every case in [
		[{}, "national market surveillance authority (Art. 74(1))"],
		[_product, "sectoral market surveillance authority (Art. 74(3))"],
		[{"vlop_vlose": true}, "AI Office (Art. 75(1))"],
		[{"model_provider_same_undertaking": true}, "AI Office (Art. 75(1))"],
		[{"union_institution": true}, "European Data Protection Supervisor (Art. 74(9))"],
		[{"iii_7a": true}, "data protection or other designated authority (Art. 74(8))"],
		[{"iii_1a": true, "authority_area": "justice"}, "data protection or other designated authority (Art. 74(8))"],
		[{"iii_5b": true, "financial_institution": true}, "financial supervisory authority (Art. 74(6))"],
	] {
		supervisor.supervisor == case[1] with input as given.only(case[0])
	}
}

test_carved_out_of_the_ai_office if {
	same := {"model_provider_same_undertaking": true}
	every answers in [
		_product, object.union(_product, {"a1_act": 18}),
		{"iii_2": true}, {"iii_8a": true}, {"art74_6_provider": true},
	] {
		not supervisor.ai_office_competent with input as given.only(object.union(same, answers))
	}
}
