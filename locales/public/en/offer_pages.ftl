offer-machine = Translated by a machine. Nobody has read it through yet.
# $language (String) - the language's own name
offer-partly = What is marked { $language } has not been translated yet.
# $language (String) - the language's own name
offer-see-in = See it in { $language }
offer-getting-there = How to get there
offer-map = See it on a map
offer-coming = Coming times
offer-calendar-title = The coming two weeks
# $municipality (String) - its name
offer-calendar-lead = What there is to come to in { $municipality }, day by day. Holidays and closures are taken into account.
offer-calendar-none = Nothing these two weeks
offer-calendar-none-text = Some offers have no fixed time. See them all, and ring.
# $count (Number) - how many offers
offer-calendar-first = Here are the first { $count } offers. Choose a topic, an area or a postcode to see the others.
offer-by-place = By place
offer-by-place-lead = Choose a postcode, and see what is near.
offer-place-none = No offer names a place yet.
# $count (Number) - how many
offer-count = { $count ->
    [one] { $count } offer
   *[other] { $count } offers
}
offer-folder = Make a folder
offer-folder-lead = Choose what is to be in it. Print it, or keep it as a PDF from the print window.
offer-folder-choose = What is to be in the folder?
offer-folder-large = Large print
offer-folder-show = Show the folder
# $date (String) - a date
offer-folder-made = Printed { $date }. Things change: ring first, or scan the code.
offer-code = Scan the code to see it on your phone
offer-calendar-feed = Put it in your own calendar
