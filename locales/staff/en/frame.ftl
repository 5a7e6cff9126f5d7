### frame
frame-lead = Said beforehand, so that nobody finds it out at the end.
frame-area = Whom is it about?
frame-none = Nobody has said anything here yet.
frame-declare = Say what holds you
frame-declare-title = What do you have to keep to, or room for?
# $organisation (String) - whose it is
frame-declare-lead = It stands there for { $organisation }. Say it early, then nobody runs into it late.
frame-text = Say it in one sentence
frame-text-hint = Such as "Volunteers never have duty shifts"
frame-kind = What kind is it?
frame-source = Where does it stand?
frame-source-hint = A paragraph, a decision, a budget line
frame-firmness = How firm is it?
frame-changed-by = Who can change it?
frame-until = Until when?
frame-until-hint = Leave it empty if it holds until further notice
frame-found-late-tick = We only found out after we had begun
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
