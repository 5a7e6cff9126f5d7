fault-title = Er noget forkert?
fault-lead = Tryk på det, der er galt. Du skal ikke logge ind.
fault-closed = Det findes ikke mere
fault-moved = Det er flyttet
fault-wrong-time = Tiden passer ikke
fault-wrong-number = Nummeret passer ikke
fault-other = Noget andet
fault-thanks = Tak, fordi du sagde det
fault-told = De, der står for tilbuddet, får besked.
fault-more = Vil du skrive lidt mere?
fault-more-hint = Fx den rigtige tid. Skriv ikke om mennesker.
fault-email = Vil du høre, hvad der sker? Så skriv din mail
fault-email-hint = Vi bruger den kun til det ene svar og sletter den bagefter.
fault-send = Send
fault-sent = Tak. Det er sendt.
fault-said-closed = Flere siger, at det er lukket – ring først
fault-mended = Det er rettet.
fault-as-it-stands = Vi har set efter. Det er rigtigt, som det står.
fault-taken-down = Tilbuddet findes ikke mere. Vi har taget det ned.
fault-letter-subject = Du sagde, at noget var forkert. Sådan gik det – { $municipality }
fault-letter-text =
    Tak, fordi du sagde til om »{ $name }«.

    { $outcome }

    { $link }

    Din mailadresse er slettet igen.
