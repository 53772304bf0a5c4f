# METADATA
# title: What many duties have in common
# description: Who owes the duties of Chapters III, V and IX, three-valued.
package aiact.classify.chapter.shared

import data.aiact.classify.derived.known
import data.aiact.lib.logic

# Section B of Annex I is limited to Arts 6(1), 60a, 102-112 (Art. 2(2)).
provider_of_high_risk := logic.all([known.role_provider, known.high_risk, logic.no(known.hr_annex_i_b_only)])

deployer_of_high_risk := logic.all([known.role_deployer, known.high_risk, logic.no(known.hr_annex_i_b_only)])

provider_of_model := logic.all([known.role_gpai_provider, known.gpai_model])
