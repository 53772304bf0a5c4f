# METADATA
# title: Legal points
# description: The points of the law the classification rests on, as a lawyer cites them.
package aiact.classify.points

import data.aiact.classify.annex_i
import data.aiact.classify.duties.when
import data.aiact.classify.open_source
import data.aiact.classify.prohibited
import data.aiact.classify.risk
import data.aiact.classify.transparency

points := array.concat(array.concat(_practices, _annexes), paragraphs)

# Also those whose date is still to come.
_practices := [concat("", ["Art. 5(1)(", letter, ")"]) |
	prohibited.addressed
	some letter, _ in prohibited.practice
	when[concat("", ["AIA-5-1-", letter])] == true
]

_annexes := array.concat(
	[sprintf("Annex I point %d", [act]) | not prohibited.hit; some act in annex_i.hits],
	array.concat(
		[annex_iii(point) | some point in risk.points],
		["Art. 6(3)" | risk.filtered],
	),
)

annex_iii(point) := concat("", ["Annex III ", substring(point, 0, 1), _letter(substring(point, 1, -1))])

_letter("") := ""

_letter(letter) := concat("", ["(", letter, ")"]) if letter != ""

paragraphs := [_cited[name] | open_source.in_scope; some name in transparency.owes]

_cited := {
	"t50_1_due": "Art. 50(1)",
	"t50_2_due": "Art. 50(2)",
	"t50_3_due": "Art. 50(3)",
	"t50_4_df_due": "Art. 50(4) first subparagraph",
	"t50_4_txt_due": "Art. 50(4) second subparagraph",
}
