product = Samskab
promise = از تجربه تا کمک
skip-to-content = رفتن به متن اصلی
main-menu = فهرست اصلی
menu-more = بیشتر
sign-in = ورود
sign-out = خروج
sign-out-everywhere = خروج از همه دستگاه‌ها
act-as = تغییر عضویت
demo-note = چنین کمونی وجود ندارد. همه چیز در اینجا خیالی است.
footer-about = Samskab تجربه‌های داوطلبان و کارمندان را جمع می‌کند و نشان می‌دهد که نتیجه چه شد.
footer-source = کد برنامه آزاد است (MPL-2.0)

# $count (Number) - how many fields
error-summary = { $count ->
    [one] لطفاً یک چیز را دوباره ببینید
   *[other] لطفاً { $count } چیز را دوباره ببینید
}
error-nothing-lost = همه چیزهایی که نوشتید هنوز اینجاست.
optional = اختیاری
choose = انتخاب کنید
no = نه
save = ذخیره
back = برگشت
edit = تغییر دادن
more-fields = اگر خواستید، بیشتر بگویید
filter = نشان دادن
filter-open = انتخاب کنید چه چیزی نشان داده شود
filter-all = همه
search = جستجو
paging = صفحه‌ها
paging-next = بعدی
paging-first = برگشت به اول
count-left-template = {"{n}"} حرف دیگر جا دارد
print = چاپ
draft-restored = این همان چیزی است که داشتید می‌نوشتید. روی تلفن یا کامپیوتر خودتان مانده بود.

forbidden-title = این صفحه برای شما نیست
forbidden-text = با این عضویت نمی‌توانید این صفحه را باز کنید. اگر چند عضویت دارید، می‌توانید آن را در بالای صفحه عوض کنید.
missing-title = چنین صفحه‌ای نیست
missing-text = شاید جای آن عوض شده یا برداشته شده است. شاید هم آدرس اشتباه نوشته شده است.
gone-title = این لینک دیگر کار نمی‌کند
gone-text = هر لینک فقط یک بار و برای مدت کوتاهی کار می‌کند. برای ادامه، یک لینک تازه بخواهید.
gone-again = گرفتن لینک تازه
failed-title = مشکلی از طرف ما پیش آمد
failed-text = تقصیر شما نیست. کمی بعد دوباره امتحان کنید. آنچه قبلاً ذخیره شده بود، هنوز هست.
foreign-title = نتوانستیم این را بگیریم
foreign-text = این فرم از یک سایت دیگر آمده است. صفحه را همین جا پیش ما باز کنید و دوباره امتحان کنید.
too-large-title = این برای یک بار زیاد است
too-large-text = این فرم بزرگ‌تر از آن است که بتوانیم بگیریم. کمتر بنویسید و دوباره امتحان کنید.
too-many-title = لطفاً کمی صبر کنید
too-many-text = در مدت کوتاهی چیزهای زیادی از اینجا فرستاده شده است. یک دقیقه دیگر دوباره امتحان کنید.
unreadable-title = نتوانستیم این را بخوانیم
unreadable-text = فرم کامل به ما نرسید. برگردید و دوباره امتحان کنید.
go-home = رفتن به صفحه اصلی

month = { $number ->
    [1] ژانویه
    [2] فوریه
    [3] مارس
    [4] آوریل
    [5] مه
    [6] ژوئن
    [7] ژوئیه
    [8] اوت
    [9] سپتامبر
    [10] اکتبر
    [11] نوامبر
   *[12] دسامبر
}
weekday = { $number ->
    [1] دوشنبه
    [2] سه‌شنبه
    [3] چهارشنبه
    [4] پنجشنبه
    [5] جمعه
    [6] شنبه
   *[7] یکشنبه
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
date-and-time = { $date } ساعت { $time }
today = امروز
yesterday = دیروز
tomorrow = فردا
# $month (String) - name of the month
# $year (Number) - the year
in-month = { $month } { NUMBER($year, useGrouping: "false") }

why-missing = اینجا خالی مانده است
# $max (Number) - how many characters
why-too-long = حداکثر { $max } حرف
# $min (Number) - how many characters
why-too-short = حداقل { $min } حرف
why-unknown = این را اینجا نمی‌شود انتخاب کرد
why-unreadable = اینجا علامت‌هایی هست که نمی‌توانیم نشان بدهیم. لطفاً دوباره بنویسید
why-cpr = شماره CPR را پاک کنید تا بتوانیم بفرستیم
why-personal-phone = شاید اینجا یک شماره تلفن باشد. بدون آن بنویسید، یا بگویید که کسی شناخته نمی‌شود
why-personal-email = شاید اینجا یک آدرس ایمیل باشد. بدون آن بنویسید، یا بگویید که کسی شناخته نمی‌شود
why-personal-address = شاید این یک آدرس باشد. مثلاً بنویسید «در همین نزدیکی»، یا بگویید که کسی شناخته نمی‌شود
why-personal-handle = شاید این یک نام کاربری باشد. آن را ننویسید، یا بگویید که کسی شناخته نمی‌شود
why-personal-name = شاید این یک نام باشد. مثلاً بنویسید «یک همسایه»، یا بگویید که نام یک شخص نیست
why-not-a-date = تاریخ را این طور بنویسید: روز، ماه و سال
why-date-out-of-range = این تاریخ اینجا درست نیست
why-not-an-email = یک آدرس ایمیل بنویسید، مثل name@example.com
why-not-a-phone = یک شماره تلفن بنویسید، مثل ‎70 12 34 56‎
why-not-a-cvr = شماره CVR هشت رقم دارد. آن را دوباره ببینید، یا جایش را خالی بگذارید
why-not-a-postcode = کد پستی چهار رقم دارد، مثل 9000
why-not-a-url = آدرس را کامل بنویسید، مثل https://example.com
why-not-a-time = ساعت را بنویسید، مثل 16.30
why-not-a-colour = رنگ را با # و شش حرف یا رقم بنویسید، مثل ‎#0b5c6b‎
why-too-pale = این رنگ برای نوشته سفید خیلی روشن است. رنگ تیره‌تری انتخاب کنید
# $name (String) - a person
# $organisation (String) - the one she is at work for now
why-writing-as = شما حالا به نام { $name }، { $organisation } می‌نویسید. اگر درست است، دوباره بفرستید.
why-taken = این را کس دیگری دارد
# $min (Number) - least
# $max (Number) - most
why-not-in-range = عددی از { $min } تا { $max } بنویسید
why-needs-both-sectors = باید یک نفر از کمون و یک نفر از داوطلبان در آن باشند
why-needs-observation = باید دست‌کم یک تجربه پشت آن باشد
why-names-nothing = این برای کسی که تجربه‌اش را گفت چه معنایی دارد؟ بنویسید چه چیزی فرق می‌کند، برای چه کسی و چه وقت
why-changed-meanwhile = در این میان کس دیگری آن را تغییر داده است. اول ببینید حالا چه نوشته شده است. اگر دوباره ذخیره کنید، نوشته شما جای آن را می‌گیرد
offline-title = شما حالا اینترنت ندارید
offline-text = وقتی اینترنت برگردد، صفحه را می‌بینید. تا آن وقت هم می‌توانید چیزی برای ما بگویید.
offline-tell = تجربه خود را بگویید
