offer-area = برای چه کسی است؟
offer-topic = درباره چیست؟
offer-none-title = چیز مناسبی پیدا نکردیم
offer-none-text = با کلمه‌های کمتر امتحان کنید، یا همه را ببینید.
offer-all = دیدن همه برنامه‌ها و کمک‌ها
offer-back = همه برنامه‌ها و کمک‌ها
# $month (String) - a month
offer-checked = آخرین بررسی: { $month }
offer-unchecked = هنوز بررسی نکرده‌ایم – اول زنگ بزنید
offer-stale = مدت زیادی است بررسی نکرده‌ایم – اول زنگ بزنید
offer-for-whom = برای
offer-when = چه وقت
offer-where = کجا
offer-phone = زنگ بزنید
offer-email = بنویسید
offer-url = بیشتر بخوانید
offer-price = قیمت
offer-languages = زبان‌ها
offer-access = دسترسی به محل
offer-contact = با چه کسی حرف بزنید
offer-bearers = چه کسی آن را برگزار می‌کند
offer-about = درباره
offer-right = حق شما برای گرفتن کمک تغییر نمی‌کند
offer-right-text = این برنامه اضافه بر کمکی است که حق دارید از کمون بگیرید.
offer-why = چرا این برنامه هست
offer-why-public = داوطلبان و کارمندان تجربه‌های خود را گفتند. نتیجه‌اش این شد.
# $language (String) - the language's own name
offer-written-in = این متن به این زبان نوشته شده است: { $language }.
offer-outdated = این ترجمه قدیمی‌تر از متن زبان اول است.
offer-closed-title = این برنامه بسته شده است
# $name (String) - name of the offer
offer-closed-text = «{ $name }» دیگر نیست. شاید چیز دیگری برای شما مناسب باشد.
