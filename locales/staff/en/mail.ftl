mail-sign-in-subject = Your link to Samskab in { $municipality }
# $name (String) - the person
# $link (String) - a web address
# $minutes (Number) - how long it works
mail-sign-in-text =
    Hello { $name }

    Here is your link to Samskab. Open it and press the button:

    { $link }

    The link works for { $minutes } minutes and can be used once.
    If you did not ask for it, you need not do anything.
mail-invitation-subject = Welcome to Samskab in { $municipality }
# $name (String) - the person
# $municipality (String) - its name
# $link (String) - a web address
# $days (Number) - how long it works
mail-invitation-text =
    Hello { $name }

    You are invited to take part in Samskab in { $municipality }. Here you can
    tell what you experience, and see what became of it.

    Open the link and press the button:

    { $link }

    The link works for { $days } days and can be used once. After that you
    can always get a new one on the page.
mail-felt-subject = News of something you told us
mail-felt-text =
    Hello { $name }

    There is news of something you told us in Samskab in { $municipality }.
    We would like to hear whether it can be felt. It takes a moment:

    { $link }

    The link works for { $days } days. You need not sign in, and you need
    not answer.

    If you want no more messages, open this link and press the button:

    { $stop }
# $count (Number) - how many offers
# $first (String) - the name of one
mail-still-right-subject = { $count ->
    [one] Is it still right? { $first }
   *[other] Are they still right? { $count } offers
}
# $name (String) - the person
# $count (Number) - how many offers
# $offers (String) - their names, one a line
# $link (String) - a web address
# $days (Number) - how long it works
mail-still-right-text =
    Hello { $name }

    { $count ->
        [one] Is this still right?
       *[other] Are these { $count } offers still right?
    }

    { $offers }

    Open the link, look it through, and press "Yes, it is right":

    { $link }

    The link works for { $days } days. You need not sign in.
# $title (String) - the meeting
mail-meeting-subject = Invitation: { $title }
# $name (String) - the person
# $title (String) - the meeting
# $when (String) - day and hours
# $place (String) - where
# $link (String) - a web address
mail-meeting-text =
    Hello { $name }

    You are invited to a meeting.

    { $title }
    { $when }
    { $place }

    Say whether you are coming. It takes a moment:

    { $link }

    You need not sign in, and you need not answer.
# $title (String) - the meeting
mail-meeting-changed-subject = Changed: { $title }
# $name (String) - the person
# $title (String) - the meeting
# $when (String) - day and hours
# $place (String) - where
# $link (String) - a web address
mail-meeting-changed-text =
    Hello { $name }

    The meeting is changed. Now it is like this:

    { $title }
    { $when }
    { $place }

    Say whether you are coming:

    { $link }

    You need not sign in, and you need not answer.
# $title (String) - the meeting
mail-meeting-cancelled-subject = Cancelled: { $title }
# $name (String) - the person
# $title (String) - the meeting
# $when (String) - day and hours
# $place (String) - where
mail-meeting-cancelled-text =
    Hello { $name }

    The meeting will not be held.

    { $title }
    { $when }
    { $place }
# $title (String) - the meeting
mail-meeting-without-subject = No longer invited: { $title }
# $name (String) - the person
# $title (String) - the meeting
# $when (String) - day and hours
# $place (String) - where
mail-meeting-without-text =
    Hello { $name }

    Your organisation is not in the initiative any more, so you are not
    invited to the meeting either:

    { $title }
    { $when }
    { $place }
mail-given-on-subject = You have taken over
# $name (String) - the person
# $municipality (String) - its name
# $link (String) - a web address
mail-given-on-text =
    Hello { $name }

    Someone has given something on to you in Samskab in { $municipality }.
    See what, and read the note here:

    { $link }

    If it should not be you, tell whoever gave it on.
mail-offer-fault-subject = Something may be wrong with an offer
# $name (String) - the person
# $link (String) - a web address
mail-offer-fault-text =
    Hello { $name }

    Someone says that something about one of your offers is wrong. See what:

    { $link }
mail-news-subject = There is news for you in Samskab in { $municipality }
mail-news-text =
    Hello { $name }

    There is news for you in Samskab in { $municipality }. See it here:

    { $link }

    If you want no more messages, open this link and press the button:

    { $stop }
