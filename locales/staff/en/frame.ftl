### frame
frame-lead = Said beforehand, so that nobody finds it out at the end.
frame-area = Whom is it about?
frame-none = Nobody has said anything here yet.
frame-none-text = Begin with what you have room for. Then say what cannot be done, and who can change it.
frame-none-here = Nothing yet.
# $count (Number) - how many more there are
frame-more = { $count ->
    [one] And 1 more
   *[other] And { $count } more
}
# $count (Number) - how many there are
frame-all = { $count ->
    [one] See it explained
   *[other] See all { $count } explained
}
# $count (Number) - limits found late
frame-late-count = { $count ->
    [one] 1 limit was found on the way in the last year.
   *[other] { $count } limits were found on the way in the last year.
} It happens. Just say it as soon as you know.

## Say it

frame-declare = Say what you keep to
frame-declare-title = What do you have to keep to, or room for?
# $organisation (String) - whose it is
frame-declare-lead = It will be shown as said by { $organisation }. Say it early, then nobody runs into it late.
frame-text = Say it in one sentence
frame-text-hint = Such as "Volunteers never have duty shifts"
frame-short = In short
# $max (Number) - characters
frame-short-hint = { $max } characters at the most, so that it can be seen on a phone
frame-kind = What kind is it?
frame-source-kind = Where is it written down?
frame-source = Where does it stand?
frame-source-hint = A paragraph, a decision, a budget line
frame-firmness = How firm is it?
frame-changed-by = Who can change it?
frame-from = Holds from
frame-until = Holds until
frame-until-hint = Leave it empty if it holds until further notice
frame-until-further = until further notice
frame-more-fields = Where it stands, and for how long it holds
frame-found-late-tick = We only found out after we had begun
frame-late-open = Tell how you found out
frame-late-why = How did you find out, and what does it mean for those who had begun?
frame-late-why-hint = All who are in it are told. Nobody is to blame.
frame-late-told = All who were in it have been told.
frame-save = Add it
# $who (String) - who can change it
frame-can-change = { $who } can change it
# $who (String) - who decides
frame-decides = Decided by: { $who }
# $month (String) - a month
frame-since = since { $month }
# $day (String) - a date
frame-until-day = until { $day }
# $day (String) - a date
frame-found-late = Found on the way, { $day }
frame-seen = I have seen it

## One item

frame-said-by = Who says so?
frame-for = Whom does it hold for?
# $title (String) - an initiative
frame-only-in = Only in the initiative { $title }
# $day (String) - a date
frame-to-come = Holds only from { $day }
# $day (String) - a date
frame-expired = It held until { $day }
# $organisation (String) - whose it is
frame-expired-text = Does it still hold? { $organisation } is asked.
frame-lifted = It does not hold any more.
frame-leans = Who keeps to it?
# $organisation (String) - who answered
frame-leans-answer = { $organisation }, in the answer to
frame-leans-initiative = The initiative
frame-leans-changed = (it has changed since)
frame-asked = Has anyone asked?
frame-ask = Does it still hold?
frame-ask-why = What makes you ask?
frame-ask-hint = Such as "At the library they may". It is always all right to ask.
frame-ask-send = Ask
# $organisation (String) - whose it is
frame-not-answered = { $organisation } has not answered yet.
frame-answer-it = Answer
# $organisation (String) - whose it is
frame-answered = { $organisation } answers: does it still hold?
frame-says = Does it still hold?
frame-reason = Why?
frame-reason-hint = The one who asked will read it
frame-answer-send = Answer
frame-keep = You said this
frame-edit = Put it right
frame-edit-lead = What stood there before can still be read, so that nobody wonders.
frame-edit-save = Save
frame-lift = It does not hold any more
frame-lift-why = What has happened?
frame-lift-send = Take it off
# $count (Number) - how often it was changed
frame-before = { $count ->
    [one] What it said before
   *[other] What it said before ({ $count })
}
frame-replaced = Changed

## In an initiative

frame-initiative-lead = This is what we keep to, and what we have room for.
frame-initiative-none = Say it before you begin. Then nobody runs into it late.
frame-initiative-declare = Say something that holds only here
frame-initiative-open = Choose what holds for you
frame-initiative-choose = Which of these hold for you?
frame-initiative-choose-hint = What has been said in this area already
frame-initiative-save = Save
frame-initiative-late = Have you found something on the way?

## To politicians

handover-list = Asked of the politicians
handover-list-lead = Some things only elected politicians decide. Here stands what they were asked, and what they answered.
handover-none = Nobody has asked the politicians yet
handover-none-text = Where only the committee or the council can change something, you can hand the question over to them.
handover-open = Hand it over to the politicians
handover-title = Hand a question over to the politicians
handover-lead = Write it down as it was sent. Everyone here can see the question, and what came of it.
handover-about = It is about:
handover-recipient = Whom was it sent to?
handover-recipient-hint = Such as "The committee for the elderly and health"
handover-text = What do you ask?
handover-text-hint = What do people experience, and what should the politicians decide on? No names.
handover-sent = When was it sent?
handover-send = It is handed over
# $recipient (String) - a committee or council
# $day (String) - a date
handover-sent-to = Sent to { $recipient } { $day }.
handover-waits = Waiting for an answer
handover-waits-text = No answer has come yet.
handover-outcome = What came of it?
handover-outcome-text = What did they answer?
handover-outcome-day = When?
handover-follow = Tell what came of it
handover-follow-send = Save
