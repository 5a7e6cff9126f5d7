schedule-workdays = Alle hverdage
schedule-weekly = Hver { $days }
schedule-every-other = Hver anden { $days }
schedule-every = Hver { $weeks }. uge: { $days }
schedule-monthly = Den { $days } i måneden
schedule-every-months = Hver { $months }. måned: den { $days }
schedule-nth = { $nth ->
    [1] første { $day }
    [2] anden { $day }
    [3] tredje { $day }
    [4] fjerde { $day }
    [5] femte { $day }
    [-1] sidste { $day }
   *[other] næstsidste { $day }
}
schedule-month-day = { $day ->
    [-1] sidste dag
   *[other] { $day }.
}
schedule-and = { $words } og { $last }
schedule-comma = {", "}
schedule-time = kl. { $starts }–{ $ends }
schedule-starts = kl. { $starts }
schedule-from = fra { $day }
schedule-until = til og med { $day }
offer-ages = Alder
offer-ages-from = Fra { $years } år
offer-ages-to = Til og med { $years } år
offer-ages-between = { $from }–{ $to } år
offer-places = Plads
offer-places-free = { $places ->
    [0] Ingen ledige pladser
    [one] 1 ledig plads
   *[other] { $places } ledige pladser
}
offer-places-of = { $free } ud af { $all }
offer-places-when = talt { $day }
offer-next = Næste gang
offer-closed-now = Lukket lige nu
offer-closed-until = Lukket til og med { $day }
cost-free = Gratis
cost-paid = Koster noget
accessibility-step-free = Trinfri adgang
accessibility-lift = Elevator
accessibility-toilet = Handicaptoilet
accessibility-parking = Handicapparkering
accessibility-hearing-loop = Teleslynge
accessibility-quiet = Et roligt rum
accessibility-guide-dog = Førerhund er velkommen
accessibility-companion = Ledsager er gratis
