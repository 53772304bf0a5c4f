# METADATA
# title: The dates of the law as days
# description: The dates of data.law that decide a class or a transition, read once.
package aiact.classify.law

import data.aiact.lib.dates

general := dates.day(data.law.transitions.general.date)

in_force := dates.day(data.law.transitions["in-force"].date)

annex_iii := dates.day(data.law.deadlines.HR.annex_iii)

annex_i := dates.day(data.law.deadlines.HR.annex_i_a)

prohibition_2026 := dates.day(data.law.deadlines["P-NEW"].date)

prohibition := dates.day(data.law.deadlines["P-OLD"].date)

marking_before := dates.day(data.law.transitions.marking.before)

marking_due := dates.day(data.law.transitions.marking.due)

gpai_before := dates.day(data.law.transitions.gpai.before)

gpai_due := dates.day(data.law.transitions.gpai.due)

public_authorities_due := dates.day(data.law.transitions["public-authorities"].due)

annex_x_before := dates.day(data.law.transitions["annex-x"].before)

annex_x_due := dates.day(data.law.transitions["annex-x"].due)

content_before := dates.day(data.law.transitions.content.before)
