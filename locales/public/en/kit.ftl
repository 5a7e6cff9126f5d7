product = Samskab
promise = From experience to offer
skip-to-content = Skip to content
main-menu = Main menu
menu-more = More
sign-in = Sign in
sign-out = Sign out
sign-out-everywhere = Sign out on all devices
act-as = Change membership
demo-note = There is no such place. All of this is made up.
footer-about = Samskab gathers what volunteers and staff experience, and shows what became of it.
footer-source = The source code is free (MPL-2.0)

# $count (Number) - how many fields
error-summary = { $count ->
    [one] There is one thing to look at
   *[other] There are { $count } things to look at
}
error-nothing-lost = Everything you wrote is still here.
optional = optional
choose = Choose
no = No
save = Save
back = Back
edit = Edit
more-fields = Tell more, if you like
filter = Show
filter-open = Choose what to show
filter-all = All
search = Search
paging = Pages
paging-next = Next
paging-first = To the first
count-left-template = {"{n}"} characters left
print = Print
draft-restored = Here is what you were writing. It has been kept on your own phone or computer.

forbidden-title = This page is not for you
forbidden-text = Your membership does not give access to it. If you have several, you can change at the top of the page.
missing-title = There is no such page
missing-text = It may have been moved or taken down. Or the address is misspelt.
wrong-way-title = There is no page here
wrong-way-text = The address cannot be used in this way. Go back to the page before, or start again.
gone-title = The link no longer works
gone-text = A link can be used once, and only for a short time. Ask for a new one to go on.
gone-again = Get a new link
failed-title = Something went wrong on our side
failed-text = It is not you. Try again in a moment. What was already kept is still there.
foreign-title = We could not take that
foreign-text = The form came from another site. Open the page here with us and try again.
too-large-title = That is too much at once
too-large-text = The form is larger than we can take. Write less and try again.
too-many-title = Wait a moment
too-many-text = A lot was sent from here in a short time. Try again in a minute.
unreadable-title = We could not read that
unreadable-text = The form did not come through whole. Go back and try again.
go-home = To the front page

month = { $number ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
month-alone = { $number ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
weekday = { $number ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
# $day (Number) - day of the month
# $month (String) - name of the month
# $year (Number) - the year
date = { $day } { $month } { NUMBER($year, useGrouping: "false") }
# $day (Number) - day of the month
# $month (String) - name of the month
date-this-year = { $day } { $month }
# $date (String) - a date
# $time (String) - a time of day
date-and-time = { $date } at { $time }
# $hour (Number) - hours since midnight
# $minute (String) - two digits
time-of-day = { $hour }.{ $minute }
today = today
yesterday = yesterday
tomorrow = tomorrow
# $month (String) - name of the month
# $year (Number) - the year
in-month = { $month } { NUMBER($year, useGrouping: "false") }

why-missing = This is missing
# $max (Number) - how many characters
why-too-long = At most { $max } characters
# $min (Number) - how many characters
why-too-short = At least { $min } characters
why-unknown = That cannot be chosen here
why-unreadable = There are characters here that we cannot show. Write it again
why-cpr = Delete the CPR number, then we can send it
why-personal-phone = There may be a phone number here. Write it without, or say that nobody can be recognised
why-personal-email = There may be an e-mail address here. Write it without, or say that nobody can be recognised
why-personal-address = This may be an address. Write for instance "nearby", or say that nobody can be recognised
why-personal-handle = This may be a user name. Leave it out, or say that nobody can be recognised
why-personal-name = This may be a name. Write for instance "a neighbour", or say that it is not a person
why-not-a-date = Write the date as day, month and year
why-date-out-of-range = That date cannot be right here
why-not-an-email = Write an e-mail address, such as name@example.com
why-not-a-phone = Write a phone number, such as 70 12 34 56
why-not-a-cvr = A CVR number has eight digits. Check them, or leave the field empty
why-not-a-postcode = A postcode has four digits, such as 9000
why-not-a-kle = A KLE number has two, four or six digits with dots between, such as 27.36.04
why-not-a-url = Write the whole address, such as https://example.com
why-not-a-time = Write a time of day, such as 16.30
why-not-a-colour = Write a colour as # and six characters, such as #0b5c6b
why-too-pale = The colour is too light for white text. Choose a darker one
# $name (String) - a person
# $organisation (String) - the one she is at work for now
why-writing-as = You are now writing as { $name }, { $organisation }. Send again if that is right.
why-taken = Someone else has it
# $min (Number) - least
# $max (Number) - most
why-not-in-range = Write a number from { $min } to { $max }
why-needs-both-sectors = Someone from the municipality and someone from the voluntary side must be in it
why-needs-observation = At least one observation must carry it
why-names-nothing = What does it mean for the one who told? Write what becomes different, for whom and when
why-changed-meanwhile = Someone else changed it meanwhile. Look at what it says now first. If you save again, what you wrote here takes its place
offline-title = You have no network right now
offline-text = The page can be shown when there is a network again. You can still tell something meanwhile.
offline-tell = Tell what you have experienced
