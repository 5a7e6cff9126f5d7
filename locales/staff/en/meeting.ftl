meeting-call = Call a meeting
meeting-call-lead = Say first what the meeting is for. Everyone in the initiative gets an invitation.
meeting-call-lead-area = Say first what the meeting is for. Everyone who works in the area gets an invitation.
meeting-call-send = Send the invitation
meeting-area = Which area?
meeting-area-hint = Those in the area are invited. You can invite more afterwards.
meeting-purpose = What is the meeting for?
purpose-practice = To solve something in daily practice
purpose-practice-about = You end by writing what you do differently.
purpose-knowledge = To share what we know
purpose-knowledge-about = You tell each other what you see.
purpose-decide = To decide something
purpose-decide-about = You have what it takes to choose.
purpose-relations = To get to know each other
purpose-relations-about = That is reason enough. Nothing is counted or noted down.
meeting-title = What do you call it?
meeting-title-hint = It is in the mail. Write nothing about citizens.
meeting-day = Which day?
meeting-from = From
meeting-until = Until
meeting-all-day-hint = Leave both empty if it lasts all day.
meeting-place = Where?
meeting-place-hint = Such as "The kitchen at Kilden".
meeting-about = What should those who come know?
meeting-about-hint = Only those invited can read it. It is not in the mail.
meeting-again = Does it repeat?
meeting-repeats = How often?
meeting-repeats-weekly = Every week
meeting-repeats-fortnightly = Every second week
meeting-repeats-monthly = Every month, same weekday
meeting-times = How many times in all?
# $max (Number) - the most that can be called at once
meeting-times-hint = From 2 to { $max }.
# $when (String) - day and hours
meeting-time-of-row = { $when }. The meeting comes again.
meeting-change = Move or change the meeting
meeting-change-lead = If time, place or name changes, those invited are told.
meeting-change-one = Only this time. The rest of the row stays where it was.
meeting-change-now = This is how the meeting stands now. If you save, what you have written below applies.
meeting-change-send = Save, and tell them
meeting-cancel = Cancel the meeting
meeting-cancel-text = Those invited get a mail saying that it will not be held.
meeting-cancel-rest = Cancel the rest of the row too
meeting-cancel-send = Cancel
meeting-state-planned = Planned
meeting-state-closed = Held
meeting-state-cancelled = Cancelled
meeting-next = Next meeting
meeting-not-closed = Not closed yet

## The meeting

meeting-you-lead = You lead the meeting
meeting-step-agenda = Before: choose what to talk about.
meeting-step-write = During: everyone can write lines, also at the same time.
meeting-step-close = After: close the meeting.
meeting-step-close-practice = After: close the meeting, and write what you do differently.
meeting-agenda = What we will talk about
meeting-agenda-none-needed = You need no agenda.
meeting-agenda-held = What we talked about
meeting-agenda-empty = Nothing yet. Choose among what waits, or write it yourself.
meeting-agenda-put = Add something
meeting-agenda-put-send = Add
meeting-agenda-off = Take off
meeting-waiting = This waits
meeting-waiting-hint = Tick what you want to get to.
meeting-own = Something else
meeting-left-over = From last time
meeting-next-time = Comes along next time
item-need = A need nobody does anything about yet
item-answer = An answer that is late
item-change = A change: how did it go?
item-task = A task to look at
item-own = Written by one of you
meeting-said = What was said
meeting-said-empty = Nobody has written anything yet. Write one line at a time. Others can write at the same time.
meeting-line = Write a line
meeting-line-hint = No names of citizens.
meeting-line-send = Save the line
meeting-line-edit = Correct
meeting-line-back = Take back
meeting-line-corrected = corrected
meeting-line-twice = Two at once
meeting-line-twice-text = Two people corrected the line at the same time. Both stand here. Take one back if it should not be here.
meeting-line-replaced = Someone has corrected the line since you saw it. See what it says now.
meeting-relations-nothing = This meeting is for getting to know each other. Nothing is noted down or counted here.
meeting-none = No change this time
meeting-row = The other times
meeting-invited = Invited
meeting-invite = Invite more
meeting-invite-whom = Who is missing at the table?
meeting-invite-hint = Those who stand in the work themselves come first.
meeting-invite-none = Everyone you can invite is invited.
meeting-invite-send = Send invitation
meeting-coming = Are you coming?
meeting-coming-row = Your answer goes for all the times that are left.
coming-yes = Yes, I am coming
coming-maybe = Perhaps
coming-no = No, not this time
meeting-no-duty = You need not answer.
meeting-seminar = Development seminar
meeting-seminar-call = Call a development seminar
meeting-seminar-lead = A day on which those who stand in the work, from both sides, look at the area together.

## Closing

meeting-close = Close the meeting
meeting-close-lead = Then the agenda is cleared, and the meeting stands in the story.
meeting-close-relations = Nothing is counted. Just close it.
meeting-what-changes = What do you do differently now?
meeting-what-changes-text = One small thing is enough: who, what, from when. It is all right too if there is nothing this time.
meeting-which-initiative = Choose the initiative the change belongs to:
meeting-no-initiative = The area has no initiative yet. Begin one when you want to do something differently.
meeting-there = Who was there?
meeting-there-hint = Numbers only, no names.
meeting-there-public-practice = From the municipality, in the work themselves
meeting-there-public-other = Others from the municipality
meeting-there-voluntary-practice = Volunteers, in the work themselves
meeting-there-voluntary-other = Others from the associations
meeting-bring-along = What did you not get to?
meeting-bring-along-hint = What you tick waits for the next meeting. The rest is cleared.
why-change-or-none = Write what you do differently, or tick "No change this time"
why-ends-too-soon = The meeting ends before it begins

## Afterwards

meeting-got-to-say = Did you get to say what you came for?
meeting-got-to-say-text = Nobody can see who answers what. The answers are shown for each side when at least three have answered.
meeting-say = Answer with one tap
said-yes = Yes
said-partly = Some of it
said-no = No
# $yes (Number) - how many
# $partly (Number) - how many
# $no (Number) - how many
meeting-tally = { $yes } yes, { $partly } some of it, { $no } no
meeting-too-few = Fewer than three have answered

## Meetings that lead to meetings

# $count (Number) - how many in a row
meeting-loop = { $count ->
    [3] Three meetings without a change. Who is missing at the table?
    [4] Four meetings without a change. Who is missing at the table?
   *[other] { $count } meetings without a change. Who is missing at the table?
}
meeting-loop-text = You see this before others do. There are three ways on:
meeting-loop-bring = Bring someone who stands in it.
meeting-loop-bring-text = Call again, and invite someone who meets the citizens.
meeting-loop-try = Try something small.
meeting-loop-try-text = One from each side, a couple of weeks, without a meeting.
meeting-loop-end = End here.
meeting-loop-end-text = Write what you learnt. That is a good ending.

## Calendar

calendar-title = My calendar
calendar-lead = The meetings you are invited to, and those of your initiatives.
calendar-none-title = No meetings in sight
calendar-none-text = When someone invites you, it stands here.
calendar-to-come = Meetings to come
calendar-held = Meetings that were held
calendar-all = See the whole calendar
flash-called = The meeting is in the calendar, and those invited get a mail.
flash-moved = Saved. Those invited are told.
flash-cancelled = The meeting is cancelled. Those invited are told.
flash-invited-to-meeting = The invitation is sent.
flash-meeting-closed = The meeting is closed. Thank you for today.
calendar-feeds = Have the meetings in your own calendar
calendar-feeds-text = You get an address that your phone or calendar can follow. When you make a new one, the old one stops.
calendar-feed-mine = My meetings
calendar-feed-initiative = Meetings of the initiative
# $area (String) - its name
calendar-feed-area = Meetings in { $area }
calendar-feed-made = Your address is ready
calendar-feed-how = Copy the address and put it into your calendar where it says "Subscribe" or "Add from the internet".
calendar-feed-address = The address
calendar-feed-private = It is shown only now. Do not pass it on: whoever has it can see your meetings. If it has got astray, make a new one.
calendar-feed-of-initiative = Have the initiative's meetings in your own calendar
