fault-title = آیا چیزی اشتباه است؟
fault-lead = روی آنچه اشتباه است بزنید. لازم نیست وارد شوید.
fault-closed = دیگر وجود ندارد
fault-moved = جایش عوض شده است
fault-wrong-time = ساعت درست نیست
fault-wrong-number = شماره درست نیست
fault-other = چیز دیگر
fault-thanks = ممنون که گفتید
fault-told = به کسانی که این برنامه را برگزار می‌کنند خبر می‌دهیم.
fault-more = می‌خواهید کمی بیشتر بنویسید؟
fault-more-hint = مثلاً ساعت درست. درباره آدم‌ها ننویسید.
fault-email = می‌خواهید بدانید چه می‌شود؟ ایمیل خود را بنویسید
fault-email-hint = فقط برای همین یک جواب از آن استفاده می‌کنیم و بعد پاکش می‌کنیم.
fault-send = بفرستید
fault-sent = ممنون. فرستاده شد.
fault-said-closed = چند نفر می‌گویند بسته شده است – اول زنگ بزنید
fault-mended = اصلاح شد.
fault-as-it-stands = نگاه کردیم. همان‌طور که هست درست است.
fault-taken-down = این برنامه دیگر وجود ندارد. آن را از فهرست برداشتیم.
fault-letter-subject = گفتید چیزی اشتباه است. نتیجه این شد – { $municipality }
fault-letter-text =
    ممنون که درباره «{ $name }» به ما گفتید.

    { $outcome }

    { $link }

    آدرس ایمیل شما پاک شد.
