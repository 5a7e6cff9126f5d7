hsds-about = پیشنهادها در { $municipality }، داده‌های باز
