hsds-topics = Emner
hsds-areas = Velfærdsområder
hsds-places = Pladser
