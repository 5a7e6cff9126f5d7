initiative-lead = What volunteers and staff try together, the newest first.
initiative-area = Whom is it about?
initiative-state = How far?
initiative-none-title = Nothing here yet
initiative-none-text = An initiative can begin in a small way: one from each side, a few weeks.
initiative-look = Open
initiative-lane = Begun in a small way
initiative-open = Begin an initiative
initiative-all = All initiatives

## Try it out

initiative-trial-lead = One from each side, something small, a few weeks. You need not ask first where the frame leaves room.
initiative-trial-what = What do you try?
initiative-trial-what-hint = Such as "We ring the day before, and one of us is there when the car comes".
initiative-trial-with = Together with
initiative-trial-with-public = Choose one from the municipality. They see it at once.
initiative-trial-with-voluntary = Choose one from the volunteers. They see it at once, and they may say no thanks.
initiative-trial-until = Until when?
initiative-trial-until-hint = A few weeks are often enough. Half a year at the most.
initiative-notice = How will a citizen notice?
initiative-trial-send = Begin
initiative-trial-story = It begins with what you told. Only your circle can read your words.

## Begin an initiative

initiative-open-lead = Begin with a problem in practice. Both sides must be in it.
initiative-from-need = It comes from the need
initiative-from-answer = It comes from the answer by
initiative-name = What do you call it?
initiative-problem = What is the problem in practice?
initiative-parties = Whom do you want to invite?
initiative-parties-own = Your own organisation is in it. The others may say yes please or no thanks.
initiative-parties-choose = Choose at least one from each side. They may say yes please or no thanks.
initiative-aim = What do you want from it yourselves?
initiative-aim-hint = In your own words. The others say theirs.

## The page

initiative-story = How it has gone
initiative-who = Who is in it?
initiative-practitioner = does it in practice
initiative-until = Tried until
initiative-began = How it began
initiative-read-story = Read the story
initiative-trial-step = Being tried in a small way
initiative-problem-step = We work it out together
initiative-meeting = Meeting
initiative-note = Along the way
initiative-found-late = Found on the way
initiative-change-step = What we do differently now
# $who (String) - the one who does it
# $organisation (String) - whose practice it is
# $day (String) - the day it begins
initiative-change-by = { $who }, { $organisation }, from { $day }.
initiative-change-notice = How it is noticed:
initiative-change-none = A change in what we do
initiative-change-none-text = When you have agreed on something, it stands here.
initiative-change-say = Say how it went
initiative-change-see = See the change
initiative-offer-none = An offer that becomes new or better
initiative-ended = What we learnt

## What is missing

initiative-gaps = What could help you on
initiative-gap-practitioner-public = Nobody from the municipality who does the work is in it yet.
initiative-mend-practitioner-public = Ask one who meets the citizens.
initiative-gap-practitioner-voluntary = No volunteer who does the work is in it yet.
initiative-mend-practitioner-voluntary = Ask whether one would like to.
initiative-gap-aim-public = The municipality has not said what it wants itself.
initiative-gap-aim-voluntary = The volunteers have not said what they want themselves.
initiative-mend-aim = Say it in your own words.
initiative-mend-aim-ask = Ask them.
# $count (Number) - points of the practice check
initiative-gaps-below = { $count ->
    [one] One thing could help you on
   *[other] { $count } things could help you on
}
initiative-gaps-none = Everything is in place for now.
initiative-gap-origin = It is not tied to anything anyone has seen.
initiative-mend-origin = Find a need that it answers.
initiative-gap-frame = Nobody has said what can be done.
initiative-mend-frame = Say it now, then nobody runs into it.
initiative-gap-task = There is a question about who does what.
initiative-mend-task = Look at the tasks.
initiative-gap-told = The time is over.
initiative-mend-told = Tell in a line how it went.
initiative-gap-loop = You have met several times, and nothing was done differently.
initiative-mend-loop = Bring someone who does the work.
initiative-gap-change = You have not agreed to do anything differently yet.
initiative-mend-change = Begin with one small thing.

## Write in it

initiative-write-change = Write what you do differently
initiative-write-note = Write what happened
initiative-note-kind = What was it?
initiative-note-body = What happened?
initiative-note-hint = No names of citizens.
initiative-note-send = Write it in
initiative-join = Say what your side wants
initiative-join-self = I do it in practice myself
initiative-join-send = Save
initiative-end = End the initiative
initiative-end-text = Every attempt gets an ending, also those that failed. Others can use what you learnt.
initiative-learnt = What did you learn?
initiative-end-send = End it

## Where it belongs

initiative-place = Who, what and from where?
initiative-place-lead = All answers are equally good. They make it easier for others to find something like their own.
initiative-place-change = Put it right
initiative-with-whom = Together with whom?
initiative-of-what = What do you do together?
initiative-begun-by = Who began?
initiative-begun-side = From which side?
initiative-relation = How do you stand to each other?
initiative-relation-hint = Where one side buys what the other does, it is a purchase, and is not counted as co-creation. A section 18 grant is not a contract.
# $relation (String) - how the parties stand to each other
initiative-not-counted = { $relation }, not counted as co-creation
initiative-reasons = Why are you in it?

## Rests, is quiet, has ended

initiative-pause = Let it rest
initiative-pause-why = Why, and when do you look at it again?
initiative-pause-send = Let it rest
initiative-paused = It rests since
initiative-resume = Go on
initiative-quiet = It has been quiet here for long.
initiative-quiet-since = Since
initiative-quiet-text = Are you still at it? Write a line, let it rest, or end it.
initiative-ended-as = How did it end?
initiative-conditions = What did it hang on?
initiative-conditions-hint = It helps others who want to try the same
endings-title = What others learnt
endings-lead = All that anyone has tried and ended, also what did not work out.
endings-words = Search in what they learnt
endings-none = We found nothing
endings-none-text = Try fewer words, or choose another area.
endings-hung-on = It hung on:

## Who is in it

initiative-gone = is not here any more
initiative-next = Who takes over?
initiative-next-send = Hand over
initiative-invite = Invite others
initiative-invite-who = Whom do you want in it?
initiative-invite-hint = They may say yes please or no thanks.
initiative-is-invited = is invited
initiative-asks = would like to be in it
initiative-ask = We would like to be in it
initiative-ask-text = Those who are in it see it on My day, and answer you.
initiative-leave = We are not in it any more
initiative-leave-text = What you did stays. Your tasks are free for others, and those of you who are invited to meetings are told.
initiative-leave-send = Leave the initiative

## Shared understanding

understanding-title = How we understand it together
understanding-lead = Write it when it makes sense. You need not agree to go on.
understanding-none-title = Not written yet
understanding-none = It need not be. You can begin without.
understanding-text = What are we in together?
understanding-write = Write a new version
understanding-say = What do you say?
understanding-yours = Does your side see it so?
understanding-note = In your own words

## What it answers

initiative-tie = Which need does it answer?
initiative-tie-lead = Then those who told can see what became of it.
initiative-tie-which = Choose a need
initiative-tie-none = There are no needs here yet
initiative-tie-none-text = When someone has gathered what people tell into a need, you can choose it here.
