hsds-about = Пропозиції: { $municipality }, відкриті дані
