signpost-title = آیا جای دیگری مربوط است؟
signpost-danger = آیا کسی در خطر است؟
signpost-concern = آیا نگران یک کودک یا یک بزرگسال هستید؟
signpost-complaint = آیا می‌خواهید شکایت کنید؟
signpost-call = زنگ بزنید به
signpost-read = بخوانید چه کاری می‌توانید بکنید
