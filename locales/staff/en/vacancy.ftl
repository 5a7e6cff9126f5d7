vacancy-title = Give on
vacancy-lead = When someone leaves, others must be able to take over. What waits stands here.
vacancy-none-title = Nothing waits
vacancy-none-text = When someone leaves, or a mail comes back, it stands here.
vacancy-give-on = Give on after
vacancy-see = See what
vacancy-left = Has left
vacancy-bounced = Mail comes back
vacancy-reported = A colleague says it is no longer the right one
vacancy-contact = Asked for here
vacancy-backup = Stands in for the contact here
vacancy-initiative = Takes part in
vacancy-task = Tasks. Whoever takes over is asked, and may say no
vacancy-answer = Answers that wait
vacancy-meeting = Meetings to be held
vacancy-need = Needs that were begun. They stay in their circle
# $count (Number) - how many offers
vacancy-offers = { $count ->
    [one] One offer
   *[other] { $count } offers
}
# $name (String) - who left
vacancy-page = After { $name }
vacancy-until = Until it is given on, the name stands nowhere. Whoever rings reaches the organisation or the stand-in.
vacancy-to = Who takes over?
vacancy-note = A word to whoever takes over
vacancy-note-hint = Such as who has the key, and what tends to go wrong. Nothing sensitive about citizens.
vacancy-all = Give it all on
vacancy-nobody = There is nobody else in the organisation yet. Ask the administrator to invite someone.
vacancy-still-here = No, she or he is still here
vacancy-still-here-text = Then everything stays as it was.
# $name (String) - who took over
vacancy-done = { $name } has taken over.
vacancy-given = What was given on
vacancy-closed = Nothing to give on: the person is still here.
vacancy-nothing = Nothing hangs on the person.
vacancy-unheld = Nobody holds it
# $count (Number) - how many offers
vacancy-unheld-offers = { $count ->
    [one] One offer has nobody behind it
   *[other] { $count } offers have nobody behind them
}
vacancy-unheld-organisations = Organisations where nobody can answer
# $offers (Number) - how many
# $questions (Number) - needs that wait for an answer
vacancy-unheld-counts = { $offers } offers, { $questions } unanswered needs
