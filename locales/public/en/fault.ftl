fault-title = Is something wrong?
fault-lead = Press what is wrong. You need not sign in.
fault-closed = It no longer exists
fault-moved = It has moved
fault-wrong-time = The time is wrong
fault-wrong-number = The number is wrong
fault-other = Something else
fault-thanks = Thank you for telling
fault-told = Those who run the offer are told.
fault-more = Would you like to write a little more?
fault-more-hint = Such as the right time. Do not write about people.
fault-email = Would you like to hear what happens? Then write your mail address
fault-email-hint = We use it for that one answer only and delete it afterwards.
fault-send = Send
fault-sent = Thank you. It is sent.
fault-said-closed = Several say that it has closed – ring first
fault-mended = It is mended.
fault-as-it-stands = We have looked. It is right as it stands.
fault-taken-down = The offer no longer exists. We have taken it down.
# $municipality (String) - its name
fault-letter-subject = You told us something was wrong. This is what happened – { $municipality }
# $name (String) - name of the offer
# $outcome (String) - what came of it
# $link (String) - a web address
fault-letter-text =
    Thank you for telling us about »{ $name }«.

    { $outcome }

    { $link }

    Your mail address is deleted again.
