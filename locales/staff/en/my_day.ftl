# $name (String) - first name
my-day-morning = Good morning, { $name }
# $name (String) - first name
my-day-hello = Hello, { $name }
# $name (String) - first name
my-day-evening = Good evening, { $name }
my-day-tell-text = It takes a minute.
my-day-tell-or-write-for = A minute. Or write for one of your volunteers or colleagues.
my-day-waits = Waiting for you
my-day-stories = { $count ->
    [one] One new experience
   *[other] { $count } new experiences
}
my-day-stories-many = Many new experiences
my-day-stories-text = They have not been gathered with others yet.
my-day-read = Read
my-day-answer = Answer:
# $day (String) - a date
my-day-answer-due = The answer is promised by { $day }.
# $day (String) - a date
my-day-answer-late = The answer was promised by { $day }.
my-day-answer-go = Answer
my-day-change = How did it go?
# $day (String) - a date
my-day-change-from = Since { $day }.
my-day-change-go = Tell
# $month (String) - month and year
my-day-checked = Last checked in { $month }
my-day-never-checked = Not checked yet
my-day-still-right = Yes, that is right
my-day-frame-asked = Somebody has asked.
my-day-task = Would you like to?
my-day-invited-in = You are invited to
# $organisation (String) - who asks
my-day-asks-in = { $organisation } would like to be in
# $title (String) - a need
my-day-answered = Answer about: { $title }
my-day-nothing-yet = Nothing new yet. When something you told becomes something, it will stand here.
my-day-look = Look at an answer before it is sent:
my-day-look-go = Look at it
my-day-wanting = They need to know more about:
my-day-wanting-go = Tell
my-day-overdue = The answer is very late:
my-day-over = The time is over. How did it go?
my-day-over-go = Tell
# $organisation (String) - who began it
my-day-tries-with = { $organisation } would like to try something small with you:
