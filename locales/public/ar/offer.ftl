offer-area = لمن هذا؟
offer-topic = ما الموضوع؟
offer-none-title = لم نجد شيئاً مناسباً
offer-none-text = جرّب كلمات أقل، أو انظر إلى كل شيء.
offer-all = كل الخدمات والأنشطة
offer-back = كل الخدمات والأنشطة
# $month (String) - a month
offer-checked = تأكدنا منها في { $month }
offer-unchecked = لم نتأكد منها بعد – اتصل أولاً
offer-stale = لم نتأكد منها منذ مدة طويلة – اتصل أولاً
offer-for-whom = لمن
offer-when = متى
offer-where = أين
offer-phone = اتصل
offer-email = اكتب إلى
offer-url = اقرأ المزيد
offer-price = السعر
offer-languages = اللغات
offer-access = الوصول إلى المكان
offer-contact = اسأل عن
offer-bearers = من يقوم بها
offer-about = الموضوع
offer-right = لا تغيّر حقك في المساعدة
offer-right-text = هذه الخدمة تأتي فوق المساعدة التي هي من حقك من البلدية.
offer-why = لماذا هي هنا
offer-why-public = حكى متطوعون وموظفون ما عاشوه. ومن ذلك جاءت هذه الخدمة.
# $language (String) - the language's own name
offer-written-in = هذا النص مكتوب بهذه اللغة: { $language }.
offer-outdated = الترجمة أقدم من النص في اللغة الأولى.
offer-closed-title = هذه الخدمة أُغلقت
# $name (String) - name of the offer
offer-closed-text = «{ $name }» لم تعد موجودة. ربما يناسبك شيء آخر.
