offer-area = Hvem er det for?
offer-topic = Hvad handler det om?
offer-none-title = Vi fandt ikke noget, der passer
offer-none-text = Prøv med færre ord, eller se det hele.
offer-all = Se alle tilbud
offer-back = Alle tilbud
# $month (String) - a month
offer-checked = Tjekket i { $month }
offer-unchecked = Ikke tjekket endnu – ring først
offer-stale = Ikke tjekket længe – ring først
offer-for-whom = For
offer-when = Hvornår
offer-where = Hvor
offer-phone = Ring
offer-email = Skriv
offer-url = Læs mere
offer-price = Pris
offer-languages = Sprog
offer-access = Adgang
offer-contact = Spørg efter
offer-bearers = Hvem står for det
offer-right = Ændrer ikke din ret til hjælp
offer-right-text = Tilbuddet kommer oven i den hjælp, du har ret til fra kommunen.
offer-why = Derfor findes det
offer-why-public = Frivillige og ansatte fortalte, hvad de oplevede. Det blev til dette.
# $language (String) - the language's own name
offer-written-in = Teksten står på { $language }.
offer-outdated = Oversættelsen er ældre end teksten på det første sprog.
offer-closed-title = Tilbuddet er lukket
# $name (String) - name of the offer
offer-closed-text = »{ $name }« findes ikke mere. Måske er der noget andet, der passer.
