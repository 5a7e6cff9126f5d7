seminar-open = The material for the seminar
# $area (String) - its name
seminar-title = What we know about { $area }
seminar-lead = Put it on the table and talk about it. There are no solutions here, only what you have seen, understood and tried yourselves.
seminar-needs = Needs by theme
seminar-needs-none = No need of the area has been raised yet.
seminar-need = Need
seminar-told = Who tells it?
seminar-said = What was answered?
# $count (Number) - how many more there are
seminar-more = { $count ->
    [one] One more stands in the PDF you can get.
   *[other] { $count } more stand in the PDF you can get.
}
seminar-cut = Here are the newest 300 needs. The rest are found under Needs.
# $organisation (String) - its name
# $answer (String) - the kind of the answer
seminar-answered = { $organisation }: »{ $answer }«
# $organisation (String) - its name
seminar-answer-late = { $organisation } has not answered, and the date has gone by.
# $organisation (String) - its name
seminar-answer-awaited = { $organisation } has not answered yet.
seminar-signals = What stands out
seminar-signals-text = The figures are of the whole municipality and of quarters that are over. Fewer than three are not shown.
seminar-rivals = What we understand differently
seminar-rivals-none = Nobody has written two ways of understanding the same need yet.
seminar-tried = What we have tried
seminar-tried-none = Nobody has tried anything together in the area yet.
seminar-initiative = Initiative
seminar-learnt = What we learnt
# $what (String) - what is done differently
# $organisation (String) - whose practice it is
# $outcome (String) - what came of it
seminar-changed = { $what } ({ $organisation }): { $outcome }
# $what (String) - what is done differently
# $organisation (String) - whose practice it is
seminar-changed-awaited = { $what } ({ $organisation }): nobody has said yet how it went
seminar-questions = What we can talk about
seminar-questions-none = Ask each other: what have you seen since we last met?
# $title (String) - the need's
seminar-ask-rival = »{ $title }« is understood in several ways. What speaks for each of them?
# $title (String) - the need's
seminar-ask-differs = We see »{ $title }« differently. What can we do although we do not agree?
# $title (String) - the need's
seminar-ask-not-felt = »{ $title }« is done, but not everyone can feel it. What is missing?
# $title (String) - the need's
seminar-ask-late = An answer to »{ $title }« was asked for, and none has come. What is in the way?
# $title (String) - the need's
seminar-ask-cannot = The answer to »{ $title }« was no. What can we do all the same?
# $title (String) - the initiative's
seminar-ask-learnt = »{ $title }« has ended. Where can we use what was learnt?
# $title (String) - what was agreed
seminar-ask-not-done = We agreed on »{ $title }«, and it came to nothing. What did it teach us?
seminar-came = What came of it
seminar-came-none = Write it here as you go, so that it does not stay in the room.
seminar-write-note = Write an interpretation or an idea
seminar-write-need = Which need?
seminar-write-change-text = A change belongs to an initiative. Choose the one in which you do something differently.
seminar-from = From the development seminar
# The file's name: letters, digits and dashes alone.
seminar-file = seminar-material
seminar-paper = The material on paper
seminar-paper-text = A PDF to print and hand out at the table. Screen readers can read it.
# $language (String) - its name in itself
seminar-paper-in = Make it in: { $language }
seminar-paper-under-way = We are making the material
seminar-paper-gathering = We gather what is to stand in it
seminar-paper-step-done = ready
seminar-paper-setting = We set the pages
seminar-paper-wait = It takes a few seconds. This page looks again by itself. You can also leave and come back.
seminar-paper-look = See whether it is ready
seminar-paper-made = The material is ready
# $count (Number) - how many pages
seminar-paper-pages = { $count ->
    [one] It is one page. We keep it for a day.
   *[other] It is { $count } pages. We keep it for a day.
}
seminar-paper-get = Get the PDF
seminar-paper-again = Make it again
seminar-paper-failed = It did not work
seminar-paper-failed-text = The material could not be made. Try again. If that does not help, tell whoever looks after the system.
seminar-paper-outdated = Something has happened since
seminar-paper-outdated-text = Something in the material was changed or taken back after the PDF was made. Make it again, and what is right will stand there.
