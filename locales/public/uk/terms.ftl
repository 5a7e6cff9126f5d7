schedule-workdays = З понеділка до п’ятниці
schedule-weekly = Щотижня: { $days }
schedule-every-other = Раз на два тижні: { $days }
schedule-every = { $weeks ->
    [one] Кожен { $weeks } тиждень: { $days }
    [few] Кожні { $weeks } тижні: { $days }
   *[other] Кожні { $weeks } тижнів: { $days }
}
schedule-monthly = { $days } кожного місяця
schedule-every-months = { $months ->
    [one] Кожен { $months } місяць: { $days }
    [few] Кожні { $months } місяці: { $days }
   *[other] Кожні { $months } місяців: { $days }
}
schedule-nth = { $nth ->
    [1] { $day } (перший раз у місяці)
    [2] { $day } (другий раз у місяці)
    [3] { $day } (третій раз у місяці)
    [4] { $day } (четвертий раз у місяці)
    [5] { $day } (п’ятий раз у місяці)
    [-1] { $day } (останній раз у місяці)
   *[other] { $day } (передостанній раз у місяці)
}
schedule-month-day = { $day ->
    [-1] останній день
   *[other] { $day }-го
}
schedule-and = { $words } і { $last }
schedule-comma = {", "}
schedule-time = { $starts }–{ $ends }
schedule-starts = о { $starts }
schedule-from = з { $day }
schedule-until = до { $day }
offer-ages = Вік
offer-ages-from = Від { $years } років
offer-ages-to = До { $years } років
offer-ages-between = { $from }–{ $to } років
offer-places = Місця
offer-places-free = { $places ->
    [0] Вільних місць немає
    [one] { $places } вільне місце
    [few] { $places } вільні місця
   *[other] { $places } вільних місць
}
offer-places-of = { $free } з { $all }
offer-places-when = станом на { $day }
offer-next = Наступного разу
offer-closed-now = Зараз зачинено
offer-closed-until = Зачинено до { $day }
cost-free = Безкоштовно
cost-paid = Платно
accessibility-step-free = Вхід без сходів
accessibility-lift = Ліфт
accessibility-toilet = Туалет для людей з інвалідністю
accessibility-parking = Паркування для людей з інвалідністю
accessibility-hearing-loop = Індукційна петля для слуху
accessibility-quiet = Тиха кімната
accessibility-guide-dog = Можна із собакою-поводирем
accessibility-companion = Супровід безкоштовно
