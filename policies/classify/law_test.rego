package aiact.classify.law_test

import data.aiact.classify.law
import data.aiact.lib.dates

test_dates_as_in_the_official_journal if {
	law.in_force == dates.day("2026-07-27")
	law.general == dates.day("2026-08-02")
	law.annex_iii == dates.day("2027-12-02")
	law.annex_i == dates.day("2028-08-02")
	law.prohibition == dates.day("2025-02-02")
	law.prohibition_2026 == dates.day("2026-12-02")
	law.marking_before == dates.day("2026-08-02")
	law.marking_due == dates.day("2026-12-02")
	law.gpai_before == dates.day("2025-08-02")
	law.gpai_due == dates.day("2027-08-02")
	law.public_authorities_due == dates.day("2030-08-02")
	law.annex_x_before == dates.day("2027-08-02")
	law.annex_x_due == dates.day("2030-12-31")
	law.content_before == dates.day("2026-08-02")
}
