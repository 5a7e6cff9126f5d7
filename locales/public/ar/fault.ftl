fault-title = هل هناك خطأ؟
fault-lead = اضغط على ما هو خطأ. لا تحتاج إلى تسجيل الدخول.
fault-closed = لم تعد موجودة
fault-moved = انتقلت إلى مكان آخر
fault-wrong-time = الوقت غير صحيح
fault-wrong-number = الرقم غير صحيح
fault-other = شيء آخر
fault-thanks = شكراً لأنك أخبرتنا
fault-told = سنخبر من يقوم بهذه الخدمة.
fault-more = هل تريد أن تكتب أكثر؟
fault-more-hint = مثلاً الوقت الصحيح. لا تكتب عن أشخاص.
fault-email = هل تريد أن تعرف ماذا سيحدث؟ اكتب بريدك الإلكتروني
fault-email-hint = نستعمله لهذا الجواب فقط ثم نحذفه.
fault-send = أرسل
fault-sent = شكراً. تم الإرسال.
fault-said-closed = يقول عدة أشخاص إنها أُغلقت – اتصل أولاً
fault-mended = تم التصحيح.
fault-as-it-stands = راجعنا المعلومات وهي صحيحة كما هي.
fault-taken-down = لم تعد الخدمة موجودة، وقد حذفناها من القائمة.
fault-letter-subject = أخبرتنا بأن هناك خطأ. هذا ما حدث – { $municipality }
fault-letter-text =
    شكراً لأنك أخبرتنا عن «{ $name }».

    { $outcome }

    { $link }

    لقد حذفنا عنوان بريدك الإلكتروني.
