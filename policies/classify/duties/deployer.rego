# METADATA
# title: Deployers of high-risk systems (Arts 26, 27)
# description: Chapter III Section 3.
package aiact.classify.chapter.deployer

import data.aiact.classify.chapter.shared
import data.aiact.classify.derived.known
import data.aiact.lib.logic

when := {
	# Art. 26(1), (3)
	"AIA-26-1": shared.deployer_of_high_risk,
	# Art. 26(2)
	"AIA-26-2": shared.deployer_of_high_risk,
	# Art. 26(4)
	"AIA-26-4": logic.all([shared.deployer_of_high_risk, known.deployer_controls_input]),
	# Art. 26(5) 1st sentence
	"AIA-26-5-MON": shared.deployer_of_high_risk,
	# Art. 26(5) 2nd sentence
	"AIA-26-5-RISK": shared.deployer_of_high_risk,
	# Art. 26(5) 3rd sentence
	"AIA-26-5-INC": shared.deployer_of_high_risk,
	# Art. 26(6)
	"AIA-26-6": logic.all([shared.deployer_of_high_risk, known.logs_under_deployer_control]),
	# Art. 26(7)
	"AIA-26-7": logic.all([shared.deployer_of_high_risk, known.employer_workplace_use]),
	# Art. 26(8)
	"AIA-26-8": logic.all([known.role_deployer, known.hr_annex_iii, _public_deployer]),
	# Art. 26(9)
	"AIA-26-9": logic.all([shared.deployer_of_high_risk, known.dpia_required]),
	# Art. 26(10)
	"AIA-26-10": logic.all([known.role_deployer, known.hr_annex_iii, known.post_rbi_le]),
	# Art. 26(10)
	"AIA-26-10-AUTH": logic.all([
		known.role_deployer,
		known.hr_annex_iii,
		known.post_rbi_le,
		known.post_rbi_suspect,
		logic.no(known.post_rbi_initial_identification),
	]),
	# Art. 26(11)
	"AIA-26-11": logic.all([
		known.role_deployer,
		known.hr_annex_iii,
		known.decisions_about_persons,
		logic.no(known.law_enforcement_use),
	]),
	# Art. 26(12)
	"AIA-26-12": shared.deployer_of_high_risk,
	# Art. 27(1)
	"AIA-27-1": _owes_assessment,
	# Art. 27(2)
	"AIA-27-2": _owes_assessment,
	# Art. 27(3)
	"AIA-27-3": _owes_assessment,
	# Art. 27(4), (5)
	"AIA-27-4": logic.all([_owes_assessment, known.dpia_required]),
}

# Disputed on these facts: missing evidence warns.
warn_only := {
	"AIA-26-8": known.annex_iii_only_2,
}

# Art. 27(1): bodies governed by public law, private providers of public services, credit and insurance.
_assesses_fundamental_rights := logic.any([
	known.public_law_body,
	known.union_institution,
	known.private_public_services,
	known.annex_iii_5b,
	known.annex_iii_5c,
])

# Art. 26(8)
_public_deployer := logic.any([known.public_authority_deployer, known.union_institution])

# Art. 27(1): not for critical infrastructure alone.
_owes_assessment := logic.all([
	known.role_deployer,
	known.hr_annex_iii,
	logic.no(known.annex_iii_only_2),
	_assesses_fundamental_rights,
])
