hsds-about = العروض في { $municipality }، بيانات مفتوحة
