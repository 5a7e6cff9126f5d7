sign-in-lead = اكتب بريدك الإلكتروني، وسنرسل لك رابطاً. لا تحتاج إلى حفظ كلمة سر.
sign-in-email = بريدك الإلكتروني
sign-in-send = أرسلوا لي رابطاً
sign-in-why-no-password = هاتفك يتذكرك نصف سنة. وعلى جهاز مشترك، سجّل الخروج عندما تنتهي.
sign-in-sent-title = انظر في بريدك الإلكتروني
# $minutes (Number) - how long the link works
sign-in-sent-text = إذا كنت تشارك في Samskab، فقد أرسلنا لك رابطاً. يعمل الرابط { $minutes } دقيقة.
sign-in-sent-nothing = لم يصلك شيء؟ انظر في البريد غير المرغوب فيه، أو اسأل المنسق إن كان عنوانك صحيحاً.
sign-in-ready-title = أهلاً وسهلاً
# $municipality (String) - its name
sign-in-ready-text = اضغط على الزر، وستدخل إلى Samskab في { $municipality }.
sign-in-go = الدخول
