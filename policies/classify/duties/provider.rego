# METADATA
# title: Providers of high-risk systems (Arts 8-22, 63)
# description: Chapter III Sections 2 and 3.
package aiact.classify.chapter.provider

import data.aiact.classify.chapter.shared
import data.aiact.classify.derived.known
import data.aiact.lib.logic

when := {
	# Art. 8(1), Art. 16(a)
	"AIA-8-1": shared.provider_of_high_risk,
	# Art. 8(2)
	"AIA-8-2": logic.all([known.role_provider, known.hr_annex_i_a]),
	# Art. 9(1)-(4), (10)
	"AIA-9-1": shared.provider_of_high_risk,
	# Art. 9(5)
	"AIA-9-5": shared.provider_of_high_risk,
	# Art. 9(6)-(8)
	"AIA-9-6": shared.provider_of_high_risk,
	# Art. 9(9)
	"AIA-9-9": shared.provider_of_high_risk,
	# Art. 10(1), (2)
	"AIA-10-2": logic.all([shared.provider_of_high_risk, known.trains_models]),
	# Art. 10(3)
	"AIA-10-3": logic.all([shared.provider_of_high_risk, known.trains_models]),
	# Art. 10(4)
	"AIA-10-4": logic.all([shared.provider_of_high_risk, known.trains_models]),
	# Art. 10(6)
	"AIA-10-6": logic.all([shared.provider_of_high_risk, logic.no(known.trains_models)]),
	# Art. 11(1), Annex IV
	"AIA-11-1": shared.provider_of_high_risk,
	# Art. 11(1) 2nd subparagraph
	"AIA-11-1-SME": logic.all([
		known.role_provider,
		known.high_risk,
		logic.any([known.sme, known.smc]),
		known.opts_simplified_techdoc,
	]),
	# Art. 11(2)
	"AIA-11-2": logic.all([known.role_provider, known.hr_annex_i_a]),
	# Art. 12(1)
	"AIA-12-1": shared.provider_of_high_risk,
	# Art. 12(2)
	"AIA-12-2": shared.provider_of_high_risk,
	# Art. 12(3)
	"AIA-12-3": logic.all([shared.provider_of_high_risk, known.rbi_1a]),
	# Art. 13(1)
	"AIA-13-1": shared.provider_of_high_risk,
	# Art. 13(2), (3)
	"AIA-13-3": shared.provider_of_high_risk,
	# Art. 14(1)-(3)
	"AIA-14-1": shared.provider_of_high_risk,
	# Art. 14(4)
	"AIA-14-4": shared.provider_of_high_risk,
	# Art. 14(5)
	"AIA-14-5": logic.all([
		shared.provider_of_high_risk,
		known.rbi_1a,
		logic.no(known.two_person_verification_disproportionate_by_law),
	]),
	# Art. 15(1)
	"AIA-15-1": shared.provider_of_high_risk,
	# Art. 15(3)
	"AIA-15-3": shared.provider_of_high_risk,
	# Art. 15(4)
	"AIA-15-4": shared.provider_of_high_risk,
	# Art. 15(5)
	"AIA-15-5": shared.provider_of_high_risk,
	# Art. 16(b)
	"AIA-16-B": shared.provider_of_high_risk,
	# Art. 16(l)
	"AIA-16-L": shared.provider_of_high_risk,
	# Art. 17(1), (2), Art. 16(c)
	"AIA-17-1": shared.provider_of_high_risk,
	# Art. 63(1), (2)
	"AIA-63-1": logic.all([known.role_provider, known.high_risk, known.sme, logic.no(known.has_partner_or_linked_enterprises)]),
	# Art. 18(1), Art. 16(d)
	"AIA-18-1": shared.provider_of_high_risk,
	# Art. 19(1), Art. 16(e)
	"AIA-19-1": logic.all([shared.provider_of_high_risk, known.logs_under_provider_control]),
	# Art. 20(1), Art. 16(j)
	"AIA-20-1": shared.provider_of_high_risk,
	# Art. 20(2)
	"AIA-20-2": shared.provider_of_high_risk,
	# Art. 21(1), (2), Art. 16(k)
	"AIA-21-1": shared.provider_of_high_risk,
	# Art. 22(1), (2)
	"AIA-22-1": logic.all([shared.provider_of_high_risk, logic.no(known.provider_established_in_eu)]),
	# Art. 22(3)
	"AIA-22-3": logic.all([known.role_authorised_rep, known.high_risk]),
	# Art. 22(4)
	"AIA-22-4": logic.all([known.role_authorised_rep, known.high_risk]),
}

# Disputed on these facts: missing evidence warns.
warn_only := {
	"AIA-22-1": logic.all([
		known.eu_output_used,
		logic.no(known.eu_placed_or_service),
		logic.no(known.made_available_on_union_market),
	]),
}
