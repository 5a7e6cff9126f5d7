schedule-workdays = من الاثنين إلى الجمعة
schedule-weekly = كل { $days }
schedule-every-other = كل أسبوعين: { $days }
schedule-every = كل { $weeks } أسابيع: { $days }
schedule-monthly = { $days } من كل شهر
schedule-every-months = كل { $months } أشهر: { $days }
schedule-nth = { $nth ->
    [1] أول { $day }
    [2] ثاني { $day }
    [3] ثالث { $day }
    [4] رابع { $day }
    [5] خامس { $day }
    [-1] آخر { $day }
   *[other] { $day } قبل الأخير
}
schedule-month-day = { $day ->
    [-1] اليوم الأخير
   *[other] اليوم { $day }
}
schedule-and = { $words } و{ $last }
schedule-comma = {"، "}
# Left to right in itself, whatever stands around it.
schedule-time = الساعة {"\u2066"}{ $starts }–{ $ends }{"\u2069"}
schedule-starts = الساعة { $starts }
schedule-from = ابتداءً من { $day }
schedule-until = حتى { $day }
offer-ages = العمر
offer-ages-from = من { $years } سنة
offer-ages-to = حتى { $years } سنة
offer-ages-between = { $from }–{ $to } سنة
offer-places = الأماكن
offer-places-free = { $places ->
    [0] لا توجد أماكن شاغرة
    [one] مكان شاغر واحد
   *[other] أماكن شاغرة: { $places }
}
offer-places-of = { $free } من أصل { $all }
offer-places-when = بحسب { $day }
offer-next = الموعد القادم
offer-closed-now = مغلق حالياً
offer-closed-until = مغلق حتى { $day }
cost-free = مجاني
cost-paid = له ثمن
accessibility-step-free = مدخل بلا درج
accessibility-lift = مصعد
accessibility-toilet = مرحاض لذوي الإعاقة
accessibility-parking = موقف سيارات لذوي الإعاقة
accessibility-hearing-loop = نظام سمعي لمستخدمي السماعات
accessibility-quiet = غرفة هادئة
accessibility-guide-dog = كلاب الإرشاد مرحّب بها
accessibility-companion = المرافق مجاناً
