# METADATA
# title: After placing, supervision and transition (Arts 72-87, 111)
# description: Chapters IX and XIII.
package aiact.classify.chapter.market

import data.aiact.classify.chapter.shared
import data.aiact.classify.derived.known
import data.aiact.lib.logic

when := {
	# Art. 74(12), (13)
	"AIA-74-12": shared.provider_of_high_risk,
	# Art. 72(1), (2)
	"AIA-72-1": shared.provider_of_high_risk,
	# Art. 72(3), Annex IV point 9
	"AIA-72-3": shared.provider_of_high_risk,
	# Art. 72(4)
	"AIA-72-4": logic.all([
		known.role_provider,
		logic.any([known.hr_annex_i_a, logic.all([known.hr_annex_iii, known.financial_institution])]),
	]),
	# Art. 73(1)-(5)
	"AIA-73-1": shared.provider_of_high_risk,
	# Art. 73(6)
	"AIA-73-6": shared.provider_of_high_risk,
	# Art. 75(1), (1a)
	"AIA-75-1A": logic.all([known.role_provider, known.high_risk, known.ai_office_competent]),
	# Arts 75a, 75b, 75c
	"AIA-75A": logic.all([known.in_scope, known.ai_office_competent, logic.any([known.role_provider, known.role_deployer])]),
	# Art. 77(1)-(1b)
	"AIA-77-1": logic.all([known.hr_annex_iii, logic.any([known.role_provider, known.role_deployer])]),
	# Arts 79(2), 79(4), 82(2)
	"AIA-79-4": known.in_scope,
	# Art. 80(2), (4), (5), (7)
	"AIA-80-4": logic.all([known.role_provider, known.annex_iii_listed, known.art6_3_claimed]),
	# Art. 83(1)
	"AIA-83-1": shared.provider_of_high_risk,
	# Art. 86(1)
	"AIA-86-1": logic.all([
		known.role_deployer,
		known.hr_annex_iii,
		logic.no(known.annex_iii_only_2),
		known.decision_legal_or_similar_effect,
	]),
	# Art. 87 (Directive (EU) 2019/1937)
	"AIA-87-1": logic.all([known.in_scope, known.workers_50_plus]),
	# Art. 111(2)
	"AIA-111-2": logic.all([known.legacy, logic.any([known.high_risk, known.annex_iii_listed])]),
	# Art. 111(4)
	"AIA-111-4": logic.all([known.role_provider, known.legacy_50_2]),
	# Art. 111(3)
	"AIA-111-3": logic.all([known.role_gpai_provider, known.gpai_placed_before_2025_08_02]),
}
