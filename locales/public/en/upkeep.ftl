upkeep-still-right = Is it still right?
upkeep-still-right-lead = Look it through. If it is right, press the button. Then it is checked as of today.
upkeep-yes = Yes, it is right
upkeep-thanks = Thank you. It is checked.
upkeep-see-all = See the whole offer
upkeep-something-wrong = Change something
upkeep-no-sign-in = You need not sign in to say yes. To change something, you sign in.
upkeep-hidden-title = We do not know whether this offer still exists
# $name (String) - name of the offer
upkeep-hidden-text = Nobody has checked »{ $name }« for a very long time. So it is no longer on the list.
# $organisations (String) - who runs it
upkeep-hidden-ask = Ask at { $organisations }.
upkeep-not-me = I am no longer the one to ask
upkeep-not-me-title = Thank you for telling
upkeep-not-me-text = Someone in your organisation is told and finds somebody else. You need not do anything more.
