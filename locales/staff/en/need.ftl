### need
need-lead = What several have told, put in general words. The newest first.
need-area = Whom is it about?
need-about = What is it about?
need-state = How far is it?
need-none-title = There are no needs here yet
need-none-text = A need gathers what several have told, so that someone can be asked for an answer.
need-none-filtered = Nothing fits that choice. Show everything again, or choose something else.
need-all = All needs
need-open = Open
need-new-title = Write a need
need-new-lead = Write it in general words, so that it covers more than the one it happened to. What people have told you carries it.
need-title = In one line
need-title-hint = Such as "Home from hospital to an empty house"
need-statement = What is the need?
need-statement-hint = Whom does it hit, when, and what is missing? No names.
need-concerns = Whom does it hit?
need-concerns-hint = Such as "elderly people who live alone". No names.
need-extent = How much of it is there?
need-extent-hint = As far as you know, such as "several every week". If you do not know, leave it empty.
need-topics = Which topics?
need-topics-hint = Five at the most. It makes it easier to find what is alike.
need-observations = Which stories does it build on?
need-observations-hint = These are the newest in your circle. You can add more afterwards.
need-save = Save the need
need-edit = Put it better
need-edit-title = Put the need better
# $organisation (String) - where it was written
need-drafted-where = Written by { $organisation }. Only your circle can see it until someone is asked for an answer.
# $organisation (String) - where it was written
need-written-where = Written by { $organisation }
# $day (String) - a date
need-due = Answer by { $day }
need-see-behind = See what it builds on
need-behind-parties = The numbers can be seen by those who wrote it, those who are asked, and the facilitator.
need-behind-small = Numbers below three are not shown: they could point to the one who told.
need-count-observations = Stories
need-count-observers = Different people who told
need-count-organisations = Organisations
need-count-sectors = Sides
need-count-places = Places
need-count-counter = See it otherwise
need-count-months = Months it was told in
need-still-holds = It holds, whichever of those who tell one leaves out.
need-without-gain = It is also seen by someone with nothing to gain.
# $percent (Number) - its share
need-most-from-one = The organisation that has told most stands for { $percent } % of the stories.
need-without-title = Leaving one of them out
need-without-lead = You see these numbers because you can read all the stories.
need-without-whom = Without
need-without-words = It then reads
need-without-citizens = Citizens who wrote themselves
need-count-few = below three
need-voices = In their own words
need-voices-none = Nobody has released a sentence yet. Those who told decide that themselves.
need-other = Others experience it differently
need-understand = How we understand it
need-ideas = Ideas
need-taken-back = Heard from those concerned
need-note-write = Write how you understand it
need-note-kind = What are you writing?
need-note-body = Your words
need-note-hint = It is signed by your organisation. Others may see it differently; both can stand here.
need-heard = When did you hear them?
need-heard-hint = Only when you write what those it is for have said.
need-heard-on = heard
need-note-save = Add it
need-answers = Who is asked, and what do they say?
need-answers-none = Nobody is asked yet.
need-initiatives = What came of it
need-stories = The stories from your own circle
need-stories-lead = Only you and those in your circle can read them.
# $count (Number) - how many more there are
need-stories-more = { $count ->
    [one] Show one more
   *[other] Show { $count } more
}
need-unlink = Take it out
need-counter-tag = Sees it otherwise
need-next = What can happen now?
need-gather = Gather more stories
need-raise = Ask for an answer
need-raise-more = Ask more for an answer
need-initiative = Start an initiative
need-differ = We see it differently
need-differ-text = You have talked it through and do not agree. That is allowed, and it stays here for all to see.
need-link-title = Gather stories under the need
need-link-lead = What people in your circle have told. Tick those that carry the need.
need-link-save = Gather them
need-link-counter = They show the opposite: here someone experiences it differently
# $count (Number) - stories
need-link-already = { $count ->
    [one] One of those here is gathered already.
   *[other] { $count } of those here are gathered already.
}
need-link-alike = Stories that are alike
need-link-alike-lead = What people in your circle have told that is most like the need. Read, and tick those that carry it.
need-link-echoes = { $count ->
    [one] one other says nearly the same in the same words
   *[other] { $count } others say nearly the same in the same words
}
need-link-all = Show all stories, the newest first
need-link-by-likeness = Show those most like the need
need-link-refuse = They do not belong here
need-link-refuse-hint = What you say does not belong is suggested no more. You can still find it among all stories.
need-learnt = Words people use about it
need-learnt-text = Learnt from what you have added and taken away. A word comes in only when at least three organisations use it.
# $count (Number) - how many use it
need-learnt-by = { $count } organisations
need-count-echoes = Say nearly the same in the same words (counted as one)
need-link-none-title = There are no stories here
need-link-none-text = Choose something else above, or wait until someone in your circle tells something.
need-raise-title = Ask for an answer
need-raise-lead = Whom do you ask? You can ask more than one, from both sides, your own organisation too. They see the need, never the stories.
need-raise-who = Who is to answer?
need-raise-asked = Asked already, and not answered yet:
need-raise-due = By when?
# $days (Number) - working days
need-raise-due-hint = Leave it empty, and they have { $days } working days.
need-raise-nothing = A need cannot be raised until at least one story carries it.
general-apart = Could someone be told by it?
general-apart-hint = In a small town it is not far from such a thing to one person. Put it so that it covers more.
general-age = an age. Write "older people" or "over 80"
general-day = one certain day. Write "at the weekend" or "several times this spring"
general-only = there may be only one of. Write "one of the staff" or "a volunteer"
general-kin = someone's nearest. Write "relatives" or "neighbours"
general-one = speaks of one. Write "they" or "many"
general-room = a certain place to live. Write "at the care home"
# $taken (Number) - steps taken
# $all (Number) - steps there are
general-way = From the one to the many: { $taken } of { $all } steps are taken
general-taken = Yes:
general-not-yet = Not yet:
general-no-gate = The steps are a help. All it takes to ask for an answer is that someone has told it.
succession-merged-into = This is now part of
succession-superseded-by = This has been put anew. It is now called
succession-split-into = A part of this has become a need of its own:
succession-unseen = This has been gathered or put anew in another circle, which has not asked for an answer yet.
succession-before = What it was before
succession-was-merged = Became part of this
succession-was-superseded = Was put anew
succession-was-split = This was part of it
succeed-more = Gather, part or put it anew
succeed-merge = Gather it into another need
succeed-split = Part it in two
succeed-anew = Write a new one in its place
succeed-merge-title = Gather it into another need
succeed-merge-lead = The stories come along, and the old address leads to the new one. What was answered stays where it was said, and is found from both sides.
succeed-merge-none = There is no other need in your circle it could be part of.
succeed-into = Which need is it part of?
succeed-merge-yes = Gather them
succeed-split-title = Part the need in two
succeed-split-lead = Some of the stories are about something of its own. This need stands, and the new one begins as a draft in your circle.
succeed-split-which = Which stories is the new one about?
succeed-anew-title = Write a new need in its place
succeed-anew-lead = All it has gathered comes along, and the old address leads to the new one. Whoever still owes an answer owes it to the new one.
need-open-whole = See the whole need
need-voice-staff = Staff
need-voice-volunteer = Volunteer
need-differ-yes = Yes, we see it differently
