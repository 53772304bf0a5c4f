# METADATA
# title: Duties, three-valued
# description: >-
#   when[<obligation>] is true, false or null (a trigger nobody answered); warn_only[<obligation>] is true where the duty is disputed on these
#   facts. The chapters of the Act lie beside this file.
package aiact.classify.duties

import data.aiact.classify.chapter.conformity
import data.aiact.classify.chapter.deployer
import data.aiact.classify.chapter.gpai
import data.aiact.classify.chapter.literacy
import data.aiact.classify.chapter.market
import data.aiact.classify.chapter.provider
import data.aiact.classify.chapter.testing
import data.aiact.classify.chapter.transparency
import data.aiact.classify.chapter.value_chain

when := object.union_n([
	literacy.when,
	provider.when,
	value_chain.when,
	deployer.when,
	conformity.when,
	transparency.when,
	gpai.when,
	testing.when,
	market.when,
])

warn_only := object.union_n([provider.warn_only, deployer.warn_only, transparency.warn_only])
