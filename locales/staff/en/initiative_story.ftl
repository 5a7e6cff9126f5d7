# $title (String) - what the initiative is called
initiative-story-title = The whole story: { $title }
initiative-story-open = Read the whole story
initiative-story-pdf = Get it on one sheet (PDF)
# The file's name: letters, digits and dashes alone.
initiative-story-file = story-of-an-initiative
# $area (String) - its name
initiative-story-kind = Initiative, { $area }
initiative-story-when = When
initiative-story-what = What happened
initiative-story-whose = Who
initiative-story-to-come = to come
# $kept (Number) - how many steps stand here
# $all (Number) - how many there are
initiative-story-left-out = Here are the { $kept } most important of { $all } steps. All of them are here:
initiative-story-seen = Someone saw it in practice
initiative-story-written = It was written as a need
initiative-story-began = The initiative began
initiative-story-began-small = It was tried in a small way
# $day (String) - a date
initiative-story-until = To be tried until { $day }
# $aim (String) - in their own words
initiative-story-aim = They want: { $aim }
# $organisation (String) - its name
initiative-story-joined = { $organisation } joined
# $organisation (String) - its name
initiative-story-left = { $organisation } left
# $recipient (String) - the council or committee
initiative-story-handed-over = Handed over to { $recipient }
# $recipient (String) - the council or committee
initiative-story-handover-answered = { $recipient } has dealt with it
initiative-story-read-handover = Read what was handed over
initiative-story-task-taken = Someone took on a task
initiative-story-task-given-back = A task was given back
initiative-story-task-done = A task is done
# $purpose (String) - what the meeting is for
initiative-story-met = Meeting: { $purpose }
# $count (Number) - how many practice changes came of it
initiative-story-changes = { $count ->
    [one] One thing is done differently because of it.
   *[other] { $count } things are done differently because of it.
}
initiative-story-understood = A shared understanding was written
initiative-story-paused = It rests for a while
initiative-story-resumed = It goes on
# $conditions (String) - their names
initiative-story-hung-on = It hung on: { $conditions }
