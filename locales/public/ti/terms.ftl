schedule-workdays = ካብ ሰኑይ ክሳብ ዓርቢ
schedule-weekly = ኩሉ { $days }
schedule-every-other = ኣብ ክልተ ሰሙን ሓደ ግዜ፦ { $days }
schedule-every = ኣብ { $weeks } ሰሙን ሓደ ግዜ፦ { $days }
schedule-monthly = { $days } ናይ ነፍሲ ወከፍ ወርሒ
schedule-every-months = ኣብ { $months } ወርሒ ሓደ ግዜ፦ { $days }
schedule-nth = { $nth ->
    [1] ቀዳማይ { $day }
    [2] ካልኣይ { $day }
    [3] ሳልሳይ { $day }
    [4] ራብዓይ { $day }
    [5] ሓሙሻይ { $day }
    [-1] ናይ መወዳእታ { $day }
   *[other] ቅድሚ ናይ መወዳእታ { $day }
}
schedule-month-day = { $day ->
    [-1] ናይ መወዳእታ መዓልቲ
   *[other] ዕለት { $day }
}
schedule-and = { $words }ን { $last }ን
schedule-comma = {"፣ "}
schedule-time = ሰዓት { $starts }–{ $ends }
schedule-starts = ሰዓት { $starts }
schedule-from = ካብ { $day }
schedule-until = ክሳብ { $day }
offer-ages = ዕድመ
offer-ages-from = ካብ { $years } ዓመት
offer-ages-to = ክሳብ { $years } ዓመት
offer-ages-between = { $from }–{ $to } ዓመት
offer-places = ቦታ
offer-places-free = { $places ->
    [0] ነጻ ቦታ የለን
   *[other] { $places } ነጻ ቦታ
}
offer-places-of = { $free } ካብ { $all }
offer-places-when = ኣብ { $day } ተቖጺሩ
offer-next = ዝቕጽል ግዜ
offer-closed-now = ሕጂ ዕጹው እዩ
offer-closed-until = ክሳብ { $day } ዕጹው እዩ
cost-free = ብነጻ
cost-paid = ክፍሊት ኣለዎ
accessibility-step-free = መደያይቦ ዘይብሉ መእተዊ
accessibility-lift = ሊፍት
accessibility-toilet = ሽቓቕ ንስንኩላን
accessibility-parking = መዕሸጊ መኪና ንስንኩላን
accessibility-hearing-loop = መሳርሒ መስምዒ
accessibility-quiet = ህዱእ ክፍሊ
accessibility-guide-dog = መራሒ ከልቢ ይፍቀድ
accessibility-companion = መሰንየታ ብነጻ
