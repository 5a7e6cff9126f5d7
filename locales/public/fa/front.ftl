menu-find-offers = پیدا کردن برنامه و کمک
front-lead = اینجا داوطلبان و کارمندان تجربه‌های خود را می‌گویند. اینجا همه می‌توانند ببینند که نتیجه چه شد.
front-municipalities = کمون (شهرداری) را انتخاب کنید
front-none-yet = هنوز هیچ کمونی اینجا نیست.
front-go-to = رفتن به
front-title = پیدا کردن برنامه و کمک
# $municipality (String) - its name
front-offers-lead = برنامه‌ها و کمک‌ها در { $municipality }، از طرف کمون و داوطلبان.
front-by-topic = درباره چیست؟
front-by-area = برای چه کسی است؟
front-take-part = آیا در Samskab شرکت دارید؟
front-take-part-text = تجربه خود را از کار داوطلبانه یا از شغل‌تان بگویید و ببینید که نتیجه چه شد.
offer-search-label = جستجوی برنامه و کمک
offer-search-placeholder = مثلاً قهوه، رفت‌وآمد، زبان دانمارکی
