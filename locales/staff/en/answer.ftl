### answer
answer-lead = What your organisation is asked. Soonest first.
answer-lead-all = What everyone is asked. Soonest first.
answer-lead-ours = What your organisation has asked others. What still waits for an answer is at the top.
answer-ours = What we have asked
answer-ours-none = You have not asked anyone yet
answer-ours-none-text = When you ask for an answer to a need, you can follow it here.
answer-which = Which?
answer-which-waiting = Not answered yet
answer-which-given = Answered
answer-which-asked = What we have asked
answer-none-title = Nothing waits for an answer
answer-none-text = When someone asks your organisation, it stands here.
answer-open = Open
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
answer-whose = Who is responsible?
answer-responsibility = Whose task is it?
answer-responsibility-hint = Say so if you know. It is asked of you, not of the one who told.
answer-responsible = Who else?
answer-responsible-hint = For instance the region, if the task is another's or you share it
answer-paragraph = Where does it say so?
answer-paragraph-hint = For instance the Social Services Act § 83, an agreement or your statutes
answer-kle-hint = The municipalities' own number for the task, such as 27.36.04
answer-responsibility-is = The task
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
answer-keep-draft = Keep the draft
# $name (String) - who saved it last
answer-draft-saved = Draft, kept by { $name }
# $organisation (String) - who is asked
answer-draft-who = Only you who answer for { $organisation } can see it.
answer-draft-now = What the draft says now
answer-looks = A colleague's eyes
answer-look-mine = A colleague asks you to look at it
answer-look-who = Who is to look at it first?
answer-look-hint = You can also just send it.
answer-look-ask = Ask for a look
# $name (String) - the colleague
answer-look-waiting = { $name } is asked to look at it
# $name (String) - the colleague
answer-look-fine = { $name } says that it is fine
# $name (String) - the colleague
answer-look-remark = { $name } has a remark
answer-look-older = about an earlier version
answer-look-what = What do you say?
answer-look-words = Your remark
answer-look-words-hint = If it is fine, you need not write anything.
answer-look-say = Say it
answer-extend = Move the date
answer-extend-lead = Everyone who sees the need can see the new date and why. Those who asked are told.
answer-extend-due = When will the answer come?
answer-withdraw = Take the question back
# $organisation (String) - who is asked
answer-withdraw-lead = Then { $organisation } need not answer. The question and your reason stay in view.
answer-withdrawn = Taken back
answer-tell-more = Tell what they miss
# $organisation (String) - who wants to know more
answer-reply-lead = { $organisation } needs to know more. Once you have told it, they are asked again.
answer-reply-words = What do you know about it?
answer-reply-send = Send, and ask again
answer-asked-again = Asked again with what they missed
answer-correct = Correct the answer
answer-correct-lead = What stood before can still be read, with your reason. Those who told are informed.
answer-correct-why = Why do you correct it?
answer-correct-send = Save the correction
answer-before = What stood before
answer-overdue-title = Answers we have long waited for
answer-overdue-lead = The date went by at least ten working days ago. It is an organisation that was asked, not a single person.
answer-overdue-none = There is nothing we have long waited for
answer-overdue-none-text = When an answer takes very long, it stands here for everyone to see.
answer-overdue-since = the answer was promised by
# $until (String) - a date
way-extended = The date is moved to { $until }
way-moved = The date is moved
way-reminded = The answer is late. We have reminded them
way-overdue = The answer is very late. The leaders and the facilitator know
way-withdrawn = The question is taken back
way-replied = This is what they were told
way-corrected = The answer is corrected
look-fine = It is fine
look-remark = I have a remark
responsibility-ours = It is our task
responsibility-another = It is another's task
responsibility-shared = Several of us share it
responsibility-not-settled = It is not settled
