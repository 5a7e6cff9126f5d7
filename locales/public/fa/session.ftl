sign-in-lead = آدرس ایمیل خود را بنویسید تا برایتان یک لینک بفرستیم. لازم نیست رمزی به یاد داشته باشید.
sign-in-email = آدرس ایمیل شما
sign-in-send = برایم لینک بفرستید
sign-in-why-no-password = تلفن شما تا شش ماه شما را به یاد دارد. در کامپیوتر مشترک، وقتی کارتان تمام شد، خارج شوید.
sign-in-sent-title = ایمیل خود را ببینید
# $minutes (Number) - how long the link works
sign-in-sent-text = اگر در Samskab شرکت دارید، برایتان یک لینک فرستاده‌ایم. لینک { $minutes } دقیقه کار می‌کند.
sign-in-sent-nothing = چیزی نیامد؟ در ایمیل‌های ناخواسته (اسپم) ببینید، یا از هماهنگ‌کننده خود بپرسید که آدرس شما درست است یا نه.
sign-in-ready-title = خوش آمدید
# $municipality (String) - its name
sign-in-ready-text = دکمه را فشار دهید تا وارد Samskab در { $municipality } شوید.
sign-in-go = وارد شوید
