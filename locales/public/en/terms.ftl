schedule-workdays = Every weekday
# $days (String) - the days, such as "Monday and Thursday"
schedule-weekly = Every { $days }
# $days (String) - the days
schedule-every-other = Every other { $days }
# $weeks (Number) - every so many weeks
# $days (String) - the days
schedule-every = Every { $weeks } weeks: { $days }
# $days (String) - the days, such as "first Monday"
schedule-monthly = The { $days } of the month,
# $months (Number) - every so many months
# $days (String) - the days
schedule-every-months = Every { $months } months: the { $days },
# $nth (Number) - 1 for the first, -1 for the last
# $day (String) - a weekday
schedule-nth = { $nth ->
    [1] first { $day }
    [2] second { $day }
    [3] third { $day }
    [4] fourth { $day }
    [5] fifth { $day }
    [-1] last { $day }
   *[other] last { $day } but one
}
# $day (Number) - the day of the month, -1 for the last
schedule-month-day = { $day ->
    [-1] last day
    [1] 1st
    [2] 2nd
    [3] 3rd
    [21] 21st
    [22] 22nd
    [23] 23rd
    [31] 31st
   *[other] { $day }th
}
# $words (String) - all but the last
# $last (String) - the last
schedule-and = { $words } and { $last }
schedule-comma = {", "}
# $starts (String) - a time of day
# $ends (String) - a time of day
schedule-time = { $starts }–{ $ends }
# $starts (String) - a time of day
schedule-starts = at { $starts }
# $day (String) - a date
schedule-from = from { $day }
# $day (String) - a date
schedule-until = until { $day }
offer-ages = Age
# $years (Number) - the least age
offer-ages-from = From { $years } years
# $years (Number) - the greatest age
offer-ages-to = Up to { $years } years
# $from (Number) - the least age
# $to (Number) - the greatest age
offer-ages-between = { $from }–{ $to } years
offer-places = Room
# $places (Number) - how many are free
offer-places-free = { $places ->
    [0] No free places
    [one] 1 free place
   *[other] { $places } free places
}
# $free (String) - how many are free, in words
# $all (Number) - how many there are
offer-places-of = { $free } out of { $all }
# $day (String) - when they were counted
offer-places-when = counted { $day }
offer-next = Next time
offer-closed-now = Closed for now
# $day (String) - the last day
offer-closed-until = Closed until { $day }
cost-free = Free
cost-paid = Costs something
accessibility-step-free = No steps
accessibility-lift = Lift
accessibility-toilet = Accessible toilet
accessibility-parking = Accessible parking
accessibility-hearing-loop = Hearing loop
accessibility-quiet = A quiet room
accessibility-guide-dog = Guide dogs are welcome
accessibility-companion = A companion comes free
