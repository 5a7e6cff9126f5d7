# $municipality (String) - its name
hsds-about = Offers in { $municipality }, open data
