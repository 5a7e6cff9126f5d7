### answer
answer-lead = What your organisation is asked. Soonest first.
answer-lead-all = What everyone is asked. Soonest first.
answer-which = Which?
answer-which-waiting = Not answered yet
answer-which-given = Answered
answer-none-title = Nothing waits for an answer
answer-none-text = When someone asks your organisation, it stands here.
answer-open = Look
answer-reply = Answer
answer-all = Everything that is asked
answer-title = The answer
answer-yours = Your answer
# $organisation (String) - who is asked
answer-yours-as = You answer for { $organisation }.
answer-kind = What do you say?
answer-reason = Why?
answer-reason-hint = In plain words. "We cannot afford it" is fine.
answer-meaning = What does it mean for the one who told?
answer-stands = The answer is to stand as it is
answer-mandate = On whose behalf do you answer?
answer-mandate-hint = Such as "Head of home care, within my own budget" or "The board decided it"
answer-if-act = If you do something about it
answer-what = What do you do?
answer-by = By when?
answer-if-cannot = If you cannot
answer-frames = What must you keep to?
answer-frames-hint = Tick if it is one of these. You need not.
answer-if-know-more = If you need to know something
answer-missing = What do you need to know?
answer-missing-from = From whom?
answer-if-passed-on = If it is not yours
answer-passed-to = Whose is it?
answer-passed-to-text = Someone outside?
answer-passed-to-hint = Someone who is not in Samskab, such as the region
answer-give = Answer
# $organisation (String) - whom it was passed on to
answer-passed-on-to = We have passed it on to { $organisation }
# $organisation (String) - who passed it on
answer-passed-on-by = Passed on by { $organisation }
answer-asked = Is asked
answer-late = The answer is overdue
# $days (Number) - working days
answer-late-by = { $days ->
    [one] One working day over the date
   *[other] { $days } working days over the date
}
# $days (Number) - working days
answer-came-late = { $days ->
    [one] The answer came one working day after the date
   *[other] The answer came { $days } working days after the date
}
answer-we-do = We do this
# $day (String) - a date
answer-promised = by { $day }
answer-we-miss = We need to know
# $who (String) - whom to ask
answer-we-miss-from = from { $who }
answer-keep-to = We must keep to this
# $mandate (String) - under which mandate
answer-given-as = Answered as: { $mandate }
answer-done = Done
answer-done-yes = Yes, it is done
answer-start = Start an initiative
answer-history = It has been through these hands
answer-everyones = Waiting for an answer
answer-not-done = Is it not done after all?
answer-not-done-text = Then we no longer say that it is done. What others said of it stays.
answer-not-done-yes = It is not done yet
