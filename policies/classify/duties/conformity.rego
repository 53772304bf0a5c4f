# METADATA
# title: Classification record, conformity, registration (Arts 6(4), 41-49, 75(1e))
# description: Chapter III Section 5, with the record of Art. 6(4) that Art. 49(2) follows.
package aiact.classify.chapter.conformity

import data.aiact.classify.chapter.shared
import data.aiact.classify.derived.known
import data.aiact.lib.logic

when := {
	# Art. 6(4)
	"AIA-6-4": logic.all([known.role_provider, known.annex_iii_listed, known.art6_3_claimed, logic.no(known.hr_annex_iii)]),
	# Art. 49(2), Annex VIII Section B
	"AIA-49-2": logic.all([
		_provider_or_representative,
		known.annex_iii_listed,
		known.art6_3_claimed,
		logic.no(known.hr_annex_iii),
	]),
	# Art. 42(2), (3)
	"AIA-42-3": logic.all([shared.provider_of_high_risk, logic.any([known.cra_in_scope, known.cybersecurity_certified])]),
	# Art. 49(3), Art. 26(8), Annex VIII Section C
	"AIA-49-3": logic.all([known.role_deployer, known.hr_annex_iii, _public_deployer, logic.no(known.annex_iii_only_2)]),
	# Art. 41(5)
	"AIA-41-5": logic.all([
		logic.any([logic.all([known.high_risk, known.role_provider]), known.role_gpai_provider]),
		known.common_specifications_exist,
		logic.no(known.applies_common_specifications),
	]),
	# Art. 43(1), Annexes VI, VII
	"AIA-43-1": logic.all([known.role_provider, known.hr_annex_iii, known.annex_iii_1, logic.no(known.hr_annex_i_a)]),
	# Annex VII points 3.4, 4.7, 5.2
	"AIA-43-1-CHG": logic.all([shared.provider_of_high_risk, known.notified_body_involved]),
	# Art. 43(2), Annex VI
	"AIA-43-2": logic.all([known.role_provider, known.hr_annex_iii, logic.no(known.annex_iii_1), logic.no(known.hr_annex_i_a)]),
	# Art. 43(3)
	"AIA-43-3": logic.all([known.role_provider, known.hr_annex_i_a]),
	# Art. 43(4)
	"AIA-43-4": shared.provider_of_high_risk,
	# Art. 44(2)
	"AIA-44-2": logic.all([shared.provider_of_high_risk, known.notified_body_involved]),
	# Art. 46(1), (2), (7)
	"AIA-46-1": logic.all([known.high_risk, known.uses_art46_derogation]),
	# Art. 47(1)-(4), Annex V, Art. 16(g)
	"AIA-47-1": shared.provider_of_high_risk,
	# Art. 48(1), (3), (5), Art. 16(h)
	"AIA-48-1": shared.provider_of_high_risk,
	# Art. 48(2)
	"AIA-48-2": logic.all([shared.provider_of_high_risk, known.provided_digitally]),
	# Art. 48(4)
	"AIA-48-4": logic.all([shared.provider_of_high_risk, known.notified_body_involved]),
	# Art. 49(1), Art. 16(i), Annex VIII Section A
	"AIA-49-1": logic.all([_provider_or_representative, known.hr_annex_iii, logic.no(known.annex_iii_only_2)]),
	# Art. 49(5)
	"AIA-49-5": logic.all([_provider_or_representative, known.annex_iii_2, known.hr_annex_iii]),
	# Art. 75(1e)
	"AIA-75-1E": logic.all([known.role_provider, known.high_risk, known.ai_office_competent, known.notified_body_involved]),
}

# Art. 49(1), (2)
_provider_or_representative := logic.any([known.role_provider, known.role_authorised_rep])

# Art. 49(3)
_public_deployer := logic.any([known.public_authority_deployer, known.union_institution])
