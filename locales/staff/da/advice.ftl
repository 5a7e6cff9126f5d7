advice-title = Gode råd til teksten
advice-name = Skriv en rolle i stedet for et navn. Folk rejser, rollen bliver.
advice-reach = Telefon og mail har deres egne felter. Så er der kun ét sted at rette.
advice-link = Hjemmesiden har sit eget felt.
advice-law = De færreste kender paragraffen. Skriv, hvad man kan få hjælp til.
advice-day = En dato bliver gammel. Husk at rette den, eller skriv "hver torsdag".
advice-repeats-title = Det siger det samme som navnet. Skriv, hvad man møder.
