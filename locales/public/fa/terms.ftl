schedule-workdays = دوشنبه تا جمعه
schedule-weekly = هر { $days }
schedule-every-other = یک هفته در میان، { $days }
schedule-every = هر { $weeks } هفته: { $days }
schedule-monthly = { $days } هر ماه
schedule-every-months = هر { $months } ماه: { $days }
schedule-nth = { $nth ->
    [1] اولین { $day }
    [2] دومین { $day }
    [3] سومین { $day }
    [4] چهارمین { $day }
    [5] پنجمین { $day }
    [-1] آخرین { $day }
   *[other] { $day } یکی مانده به آخر
}
schedule-month-day = { $day ->
    [-1] آخرین روز
   *[other] روز { $day }
}
schedule-and = { $words } و { $last }
schedule-comma = {"، "}
schedule-time = ساعت { $starts } تا { $ends }
schedule-starts = ساعت { $starts }
schedule-from = از { $day }
schedule-until = تا { $day }
offer-ages = سن
offer-ages-from = از { $years } سال
offer-ages-to = تا { $years } سال
offer-ages-between = { $from } تا { $to } سال
offer-places = جا
offer-places-free = { $places ->
    [0] جای خالی نیست
   *[other] { $places } جای خالی
}
offer-places-of = { $free } از { $all }
offer-places-when = در { $day } شمرده شد
offer-next = بار بعد
offer-closed-now = فعلاً بسته است
offer-closed-until = تا { $day } بسته است
cost-free = رایگان
cost-paid = هزینه دارد
accessibility-step-free = ورود بدون پله
accessibility-lift = آسانسور
accessibility-toilet = دستشویی برای افراد دارای معلولیت
accessibility-parking = جای پارک برای افراد دارای معلولیت
accessibility-hearing-loop = حلقه شنوایی
accessibility-quiet = اتاق آرام
accessibility-guide-dog = سگ راهنما خوش آمده است
accessibility-companion = همراه رایگان است
