menu-find-offers = ابحث عن خدمات وأنشطة
front-lead = هنا يحكي المتطوعون والموظفون ما يعيشونه. وهنا يمكن للجميع أن يروا ما نتج عنه.
front-municipalities = اختر البلدية
front-none-yet = لا توجد بلديات هنا بعد.
front-go-to = اذهب إلى
front-title = ابحث عن خدمات وأنشطة
# $municipality (String) - its name
front-offers-lead = أنشطة ومساعدة في { $municipality }، من البلدية ومن المتطوعين.
front-by-topic = ما الموضوع؟
front-by-area = لمن هذا؟
front-take-part = هل تشارك في Samskab؟
front-take-part-text = احكِ ما تعيشه كمتطوع أو في عملك، وانظر ما نتج عنه.
offer-search-label = البحث عن خدمات وأنشطة
offer-search-placeholder = مثلاً: قهوة، مواصلات، اللغة الدنماركية
