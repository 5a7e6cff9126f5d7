hsds-topics = Topics
hsds-areas = Welfare areas
hsds-places = Places
