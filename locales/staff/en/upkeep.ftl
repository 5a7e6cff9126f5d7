upkeep-title = Offers in order
upkeep-lead = What in the directory needs a look. Take one list at a time, when there is time.
upkeep-mine = Here are the offers you keep.
upkeep-none = Nothing
# $count (Number) - how many offers
upkeep-count = { $count }
upkeep-see = See them
upkeep-stale = Not checked for long
upkeep-stale-about = Nobody has said that they still hold. Citizens see that too.
upkeep-orphaned = Nobody behind them
upkeep-orphaned-about = There is neither a contact nor a stand-in, so nobody is asked.
upkeep-faulty = Someone says something is wrong
upkeep-faulty-about = Citizens or colleagues have told it from the offer's page.
# $count (Number) - how many times
upkeep-faults = { $count ->
    [one] Said once
   *[other] Said { $count } times
}
upkeep-untranslated = Missing in a language
upkeep-untranslated-about = The text is not translated, or it was changed after it was translated.
upkeep-into = Language
# $language (String) - a language by its own name
upkeep-missing-in = Missing: { $language }
# $language (String) - a language by its own name
upkeep-outdated-in = Older than the text: { $language }
upkeep-translate = Translate
upkeep-thin = Says too little
upkeep-thin-about = One cannot see when, where or how, or there are very few words.
upkeep-alike = Perhaps the same
upkeep-alike-about = Two offers look like one another. You decide whether they are one.
upkeep-alike-shared = What they share
upkeep-alike-look = Look at them side by side
upkeep-alike-two = They are two
upkeep-waiting = Changes that wait
upkeep-waiting-about = Someone has changed an offer. Citizens see the old text until it is let through.
upkeep-list-none-title = Nothing here
upkeep-list-none-text = When there is something, it stands here.
upkeep-settings = How we keep it in order
upkeep-settings-about = How often offers are checked, and whose changes wait.
upkeep-cadences = How often are offers checked?
upkeep-cadences-about = An offer can have its own. The others follow their topic.
upkeep-wait = Whose changes wait until someone else has looked?
wait-nobody = Nobody's. They show at once
wait-shared = Those to an offer two organisations share. They wait for the other one
wait-everybody = Everyone's but facilitators'. They wait for a facilitator
gap-when = does not say when
gap-where = does not say where
gap-reach = no phone, mail or web page
gap-words = very few words
shared-name = nearly the same name
shared-words = nearly the same words
shared-phone = the same phone
shared-email = the same mail address
shared-url = the same web page
shared-place = the same place
aspect-name = Name
aspect-summary = In short
aspect-description = What happens
aspect-topics = Topics
aspect-ages = Age
aspect-cadence = Months between checks
aspect-holder = Who one asks for
aspect-backup = Who is asked otherwise
# $what (String) - part of an offer
# $language (String) - name of a language
aspect-in-language = { $what } in { $language }
way-edited = Changed
way-let-through = Changed, and let through by someone else
way-put-for-another = Put in place of another in many offers
way-merged = Merged with another offer
way-imported = Brought in from a file
way-translated = Translated
way-given-on = Given on
offer-transport = How does one get there?
offer-transport-hint = Such as "Bus 3 to the square, then two minutes on foot"
offer-history = What was changed
offer-history-lead = The newest first. Names of people do not stand here.
offer-history-none-title = Nothing has been changed
offer-history-none-text = When someone changes the offer, what was and what is stand here.
# $role (String) - the role
# $organisation (String) - its name
offer-history-by = { $role }, { $organisation }
offer-history-by-program = By itself
difference-went = gone:
difference-came = new:
offer-merge = Merge with another
offer-merge-title = Are they the same?
offer-merge-lead = One offer stays. The other one's address, messages and links lead to it from then on. It cannot be undone.
offer-merge-find = Which other offer?
offer-merge-none = No offer you keep fits that.
offer-merge-this = See them side by side
# $name (String) - the offer that stays
offer-merge-stays = { $name } stays
# $name (String) - the offer that goes
offer-merge-goes = { $name } goes
offer-merge-other-says = The other one says:
offer-merge-comes-along = Comes along
offer-merge-swap = Keep the other one instead
offer-merge-do = Merge them
offer-merge-not-a-check = Merging is not checking. Press "Yes, it is right" afterwards.
# $who (String) - role and organisation
offer-proposal-waits = A change by { $who } waits. Citizens see the old text.
offer-proposal-see = See the change
offer-proposal-title = A change that waits
# $who (String) - role and organisation
offer-proposal-by = Written by { $who }
offer-proposal-let = Let it through
offer-proposal-turn = Not this way
offer-proposal-note = A word to whoever wrote it
offer-proposal-note-hint = It stands at the offer for those who keep it.
offer-proposal-back = Take it back
offer-proposal-same = Nothing would read otherwise now.
offer-proposal-stuck = It cannot be let through as it is: something it names is no longer there. Open it and change that first.
offer-proposal-open = Open it in the form
offer-proposal-turned = Your organisation's last change was not let through.
upkeep-vain = Searched for in vain
upkeep-vain-about = Words people searched for that stand in no offer. Perhaps an offer is missing, or a word.
# $count (Number) - how many times
upkeep-vain-times = { $count ->
    [one] Searched for once
   *[other] Searched for { $count } times
}
upkeep-replace = Change the same thing in many offers
upkeep-replace-about = Such as a new phone number. You see them all before anything is changed.
upkeep-replace-open = Search and replace
upkeep-replace-where = Where does it stand?
upkeep-replace-words = In the text
upkeep-replace-find = What stands there now?
upkeep-replace-put = What shall stand there?
upkeep-replace-look = Show where it stands
upkeep-replace-none = It stands in none of your offers.
# $count (Number) - how many places
upkeep-replace-found = { $count ->
    [one] It stands in one place
   *[other] It stands in { $count } places
}
upkeep-replace-more = There are more. Change these first, then search again.
upkeep-replace-which = Which shall be changed?
upkeep-replace-do = Change those that are ticked
upkeep-broken = Leads nowhere
upkeep-broken-about = A web page, a mail address or a phone number that does not work.
trouble-gone = the page is gone
trouble-unwell = the server does not work
trouble-unreachable = nobody answers
trouble-refused = cannot be reached from outside
trouble-form = cannot be right
trouble-bounced = mail comes back
