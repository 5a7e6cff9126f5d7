offer-new = Write an offer
offer-edit = Change the offer
offer-form-lead = Write it so that someone who never heard of you understands it.
offer-effect = What does the change do to the offer?
offer-because = It comes of what you do differently
offer-name = What is it called?
offer-summary = What is it, in short?
offer-summary-hint = One sentence, as it stands in the list.
offer-description = What happens?
offer-form-for-whom = Whom is it for?
offer-form-area = Area
offer-form-topic = What is it about?
offer-form-topics-open = Choose finer topics
offer-form-topics = Which topics does it belong to?
offer-form-topics-hint = People then find it one step sooner. Choose only what fits best.
offer-own-bearer = Your organisation runs it.
offer-bearer = Who runs it?
offer-second-bearer = Together with
offer-schedule = When?
offer-schedule-hint = In words, such as "Thursday 16.30–18.30, not in July".
offer-place-part = Where is it?
offer-location-name = Name of the place
offer-address = Address
offer-postcode = Postcode
offer-city = Town
offer-reach-part = How does one reach you?
offer-form-phone = Phone
offer-form-email = Mail
offer-form-url = Web page
offer-contact-title = Whom should one ask for?
offer-contact-title-hint = A role, such as "coordinator of the companions". It is shown to everyone.
offer-contact-person = Who is it just now?
offer-contact-person-hint = The name is seen only by those signed in.
offer-backup = Whom do we ask when the contact does not answer?
offer-backup-hint = We write to that person when nobody has said whether the offer is still right.
offer-cadence = How often is it to be checked?
offer-cadence-hint = Leave it when it follows the topic.
# $months (Number) - months between checks
offer-cadence-months = { $months ->
    [one] Every month
   *[other] Every { $months } months
}
offer-hidden = Not shown to citizens: not checked for a very long time
offer-form-price = Price
offer-form-price-hint = Such as "Free" or "40 kr. for food"
offer-form-languages = Which languages do you speak?
offer-form-access = Access
offer-form-access-hint = Such as "Step-free access, accessible toilet"
offer-state = Who can see it?
offer-not-a-check = Changing is not checking. Press "Yes, it is right" afterwards.
offer-keep = Is it still right?
offer-keep-text = Look it through: time, place, phone, whom to ask for.
offer-yes = Yes, it is right
offer-checks-lead = Offers nobody has confirmed for a while, the oldest first.
offer-checks-none-title = Everything is checked
offer-checks-none-text = When an offer needs a look, it stands here.
offer-never-checked = Not checked yet
# $day (String) - the day of the last check
offer-last-checked = Last checked { $day }
offer-why-need = A need was written
offer-why-asked = Someone was asked for an answer
# $count (Number) - how many
offer-why-count = { $count ->
    [one] One observation carries it.
   *[other] { $count } observations carry it.
}
offer-why-few = A few observations carry it.
offer-why-answer = There was an answer
offer-why-trial = Someone tried it in a small way
offer-why-initiative = They worked it out together
offer-why-change = What they do differently now
offer-why-offer = The offer
offer-why-seen = It began with someone telling
offer-why-hidden = The stories can be read only within their circle.

offer-repeats = How often?
offer-weekdays = Which days?
offer-weekdays-hint = Then people can see when it is next.
offer-starts-at = From
offer-ends-at = To
offer-from-day = First time
offer-from-day-hint = Needed when it is every other week.
offer-until-day = Last time
offer-open-on-holidays = Open on public holidays too
offer-exceptions = Days when it is different
offer-exceptions-hint = One day on each line. "24.12.2026" means closed. "17.12.2026 13.00-15.00" means another time.
offer-closed-part = Closed for a while
offer-closed-from = Closed from
offer-closed-until-day = Closed until
offer-closed-until-hint = Leave it empty if you do not know yet.
offer-closed-note = Why?
offer-cost = Does it cost anything?
offer-amount = How much?
offer-amount-hint = In Danish kroner, such as 40 or 12.50
offer-minimum-age = From what age?
offer-maximum-age = Up to what age?
offer-accessibility = What is there?
offer-available = Free places
offer-available-hint = People can see when you last gave a number.
offer-maximum = Places in all
repeats-weekly = Every week
repeats-every-other-week = Every other week
repeats-first-in-month = The first of the month
repeats-second-in-month = The second of the month
repeats-third-in-month = The third of the month
repeats-fourth-in-month = The fourth of the month
repeats-last-in-month = The last of the month
offer-stands-in = stands in
# $name (String) - the person an offer names
offer-contact-gone = Is { $name } no longer here?
offer-contact-gone-text = Say so, and the organisation finds someone else. The name is taken away at once.
offer-contact-gone-yes = No longer here
offer-minor = It is only a small correction. The translations still fit
offer-translations = Translations
offer-translations-lead = What is not translated is shown in the language it was written in, with that language's name beside it.
offer-translate = Translate
# $language (String) - the language's own name
offer-translate-into = Translate into { $language }
# $language (String) - the language's own name
offer-translate-lead = Write it as one says it. A field you leave empty is shown in { $language }.
# $language (String) - the language's own name
offer-translation-source = It says in { $language }
offer-translation-made = How was the translation made?
made-machine = A machine made it, and nobody has read it through
made-written = A person wrote it
made-reviewed = Someone who speaks the language has read it through
standing-missing = Missing
standing-outdated = Older than the text
standing-machine = Made by a machine
standing-written = Written
standing-reviewed = Read through
