task-title = Who does what?
task-lead = One takes what one likes, says no thanks, or gives it back. At any time, and without explaining.
task-none = No tasks yet
task-none-text = Write what has to be done. Then anyone who is in it can take it.
task-write = Write a task
task-write-send = Put it up
task-what = What has to be done?
task-what-hint = Such as "Locking up on Sundays"
task-kind = Whose task is it?
task-until = until
task-until-when = For how long?
task-until-hint = Do set a day, so that nobody is stuck with it
task-must = Nobody else can take over
task-bridge = The task is to accompany someone somewhere
task-bridge-open = What has to be in place when one accompanies someone
task-in-place = What is in place?
task-open = Nobody has taken it yet
# $person (String) - who is asked
# $organisation (String) - where she works
task-invited = { $person } from { $organisation } is asked
# $person (String) - who has it
# $organisation (String) - where she works
task-taken = { $person } from { $organisation }
task-since = since
# $person (String) - who had it
task-gone = { $person } is not here any more. Who takes over?
task-set-free = Put it up again
task-is-done = Done
task-accept = I would like to
task-accept-invited = Yes please
task-decline = No thanks
task-give-back = Give it back
task-done = It is done
task-edit = Put right, or ask someone
task-change = Put the task right
task-change-save = Save
# $person (String) - who has it
task-asks-anew = { $person } has taken the task. If it becomes longer, or another task, we ask { $person } again.
task-invite = Ask someone
task-invite-who = Whom do you ask?
task-invite-hint = It is fine to say no thanks, without explaining
task-invite-send = Ask

## What is asked

task-maybe-duty = Has it become a duty?
task-duty = It has become a duty. Share it between several, set a day on which it ends, or let the municipality take it.
task-duty-yes = Yes, it has
task-duty-no = No, it is fine
task-core-by-volunteers = Volunteers do the municipality's core task. Should it go back to the municipality?
task-supplement-by-staff = Staff do what volunteers were to add. Is that how you want it?
task-missing-place = Is there somewhere to go, and is there room? Ring before anyone is taken there.
task-missing-known = Does anyone know the district and the community? Ask one who goes there.
task-missing-wanted = Does the citizen want it? Ask before you arrange more.
task-missing-roles = Have you talked about who does what? Take five minutes for it.
