product = Samskab
promise = من التجربة إلى الخدمة
skip-to-content = الانتقال إلى المحتوى
main-menu = القائمة الرئيسية
menu-more = المزيد
sign-in = تسجيل الدخول
sign-out = تسجيل الخروج
sign-out-everywhere = تسجيل الخروج من كل الأجهزة
act-as = تغيير العضوية
demo-note = هذه البلدية غير موجودة. كل ما هنا من الخيال.
footer-about = Samskab يجمع ما يعيشه المتطوعون والموظفون، ويُظهر ما نتج عنه.
footer-source = الشيفرة المصدرية حرة (MPL-2.0)

# $count (Number) - how many fields
error-summary = { $count ->
    [one] هناك شيء واحد يحتاج إلى مراجعة
    [two] هناك شيئان يحتاجان إلى مراجعة
    [few] هناك { $count } أشياء تحتاج إلى مراجعة
    [many] هناك { $count } شيئاً يحتاج إلى مراجعة
   *[other] هناك { $count } شيء يحتاج إلى مراجعة
}
error-nothing-lost = كل ما كتبته ما زال هنا.
optional = اختياري
choose = اختر
no = لا
save = حفظ
back = رجوع
edit = تعديل
more-fields = احكِ لنا أكثر، إن أردت
filter = عرض
filter-open = اختر ما تريد أن تراه
filter-all = الكل
search = بحث
paging = الصفحات
paging-next = التالي
paging-first = إلى البداية
count-left-template = الأحرف المتبقية: {"{n}"}
print = طباعة
draft-restored = هذا ما كنت تكتبه. بقي محفوظاً على هاتفك أو جهازك أنت.

forbidden-title = هذه الصفحة ليست لك
forbidden-text = عضويتك لا تسمح بفتح هذه الصفحة. إذا كانت لك أكثر من عضوية، فيمكنك التغيير من أعلى الصفحة.
missing-title = هذه الصفحة غير موجودة
missing-text = ربما نُقلت أو حُذفت. أو ربما في عنوانها خطأ.
gone-title = الرابط لم يعد يعمل
gone-text = يمكن استعمال الرابط مرة واحدة فقط، ولوقت قصير. اطلب رابطاً جديداً لكي تتابع.
gone-again = أرسلوا لي رابطاً جديداً
failed-title = حدث خطأ عندنا
failed-text = ليس الخطأ منك. حاول مرة أخرى بعد قليل. ما حُفظ من قبل ما زال موجوداً.
foreign-title = لم نستطع استلام هذا
foreign-text = جاءت الاستمارة من موقع آخر. افتح الصفحة هنا عندنا، وحاول مرة أخرى.
too-large-title = هذا كثير في مرة واحدة
too-large-text = الاستمارة أكبر مما نستطيع استلامه. اكتب أقل، وحاول مرة أخرى.
too-many-title = انتظر لحظة من فضلك
too-many-text = أُرسل الكثير من هنا في وقت قصير. حاول مرة أخرى بعد دقيقة.
unreadable-title = لم نستطع قراءة هذا
unreadable-text = لم تصلنا الاستمارة كاملة. ارجع، وحاول مرة أخرى.
go-home = إلى الصفحة الرئيسية

month = { $number ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[12] ديسمبر
}
weekday = { $number ->
    [1] الاثنين
    [2] الثلاثاء
    [3] الأربعاء
    [4] الخميس
    [5] الجمعة
    [6] السبت
   *[7] الأحد
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
date-and-time = { $date } الساعة { $time }
today = اليوم
yesterday = أمس
tomorrow = غداً
# $month (String) - name of the month
# $year (Number) - the year
in-month = { $month } { NUMBER($year, useGrouping: "false") }

why-missing = هذا ناقص
# $max (Number) - how many characters
why-too-long = أكبر عدد مسموح من الأحرف: { $max }
# $min (Number) - how many characters
why-too-short = أقل عدد مطلوب من الأحرف: { $min }
why-unknown = لا يمكن اختيار هذا هنا
why-unreadable = هنا رموز لا نستطيع عرضها. اكتبه مرة أخرى
why-cpr = احذف رقم CPR، وعندها نستطيع الإرسال
why-personal-phone = ربما يوجد هنا رقم هاتف. اكتب النص بدونه، أو قل إنه لا يمكن لأحد أن يعرف من هو الشخص
why-personal-email = ربما يوجد هنا بريد إلكتروني. اكتب النص بدونه، أو قل إنه لا يمكن لأحد أن يعرف من هو الشخص
why-personal-address = ربما هذا عنوان. اكتب مثلاً «قريب من هنا»، أو قل إنه لا يمكن لأحد أن يعرف من هو الشخص
why-personal-handle = ربما هذا اسم مستخدم. اكتب النص بدونه، أو قل إنه لا يمكن لأحد أن يعرف من هو الشخص
why-personal-name = ربما هذا اسم. اكتب مثلاً «أحد الجيران»، أو قل إنه ليس اسم شخص
why-not-a-date = اكتب التاريخ هكذا: اليوم ثم الشهر ثم السنة
why-date-out-of-range = هذا التاريخ لا يصح هنا
why-not-an-email = اكتب بريداً إلكترونياً، مثل name@example.com
why-not-a-phone = اكتب رقم هاتف، مثل ‎70 12 34 56‎
why-not-a-cvr = رقم CVR فيه ثمانية أرقام. راجعها، أو اترك الخانة فارغة
why-not-a-postcode = الرمز البريدي فيه أربعة أرقام، مثل 9000
why-not-a-url = اكتب العنوان كاملاً، مثل https://example.com
why-not-a-time = اكتب الساعة، مثل 16.30
why-not-a-colour = اكتب اللون بعلامة # وبعدها ستة رموز، مثل ‎#0b5c6b‎
why-too-pale = هذا اللون فاتح جداً لنص أبيض. اختر لوناً أغمق
# $name (String) - a person
# $organisation (String) - the one she is at work for now
why-writing-as = أنت تكتب الآن باسم { $name }، { $organisation }. أرسل مرة أخرى إذا كان هذا صحيحاً.
why-taken = شخص آخر يستعمله
# $min (Number) - least
# $max (Number) - most
why-not-in-range = اكتب رقماً من { $min } إلى { $max }
why-needs-both-sectors = يجب أن يشارك فيه شخص من البلدية وشخص من المتطوعين
why-needs-observation = يجب أن يعتمد على تجربة واحدة على الأقل
why-names-nothing = ماذا يعني هذا لمن حكى لنا؟ اكتب ما الذي سيتغير، ولمن، ومتى
why-changed-meanwhile = شخص آخر غيّر هذا في أثناء ذلك. انظر أولاً إلى المكتوب الآن. إذا حفظت مرة أخرى، فسيحل ما كتبته هنا محله
offline-title = لا يوجد عندك إنترنت الآن
offline-text = ستظهر الصفحة عندما يعود الإنترنت. وحتى ذلك الوقت يمكنك أن تحكي لنا شيئاً.
offline-tell = احكِ لنا تجربتك
