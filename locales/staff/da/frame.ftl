### frame
frame-lead = Sagt på forhånd, så ingen skal opdage det til sidst.
frame-area = Hvem handler det om?
frame-none = Ingen har sagt noget her endnu.
frame-none-text = Begynd med det, I har plads til. Sig så det, der ikke kan lade sig gøre, og hvem der kan ændre det.
frame-none-here = Ikke noget endnu.
frame-more = { $count ->
    [one] Og 1 til
   *[other] Og { $count } til
}
frame-all = { $count ->
    [one] Se det med forklaring
   *[other] Se alle { $count } med forklaring
}
frame-late-count = { $count ->
    [one] 1 grænse er opdaget undervejs det seneste år.
   *[other] { $count } grænser er opdaget undervejs det seneste år.
} Det sker. Sig det bare, så snart I ved det.

## Sig det

frame-declare = Sig, hvad I skal holde jer til
frame-declare-title = Hvad skal I holde jer til, eller hvad har I plads til?
frame-declare-lead = Det kommer til at stå der fra { $organisation }. Sig det tidligt, så render ingen ind i det sent.
frame-text = Sig det i én sætning
frame-text-hint = Fx "Frivillige har aldrig vagtpligt"
frame-short = Kort sagt
frame-short-hint = Højst { $max } tegn, så det kan ses på en telefon
frame-kind = Hvad er det for noget?
frame-source-kind = Hvor er det skrevet ned?
frame-source = Hvor står det?
frame-source-hint = En paragraf, en beslutning, en linje i budgettet
frame-firmness = Hvor fast er det?
frame-changed-by = Hvem kan ændre det?
frame-from = Gælder fra
frame-until = Gælder til
frame-until-hint = Lad feltet stå tomt, hvis det gælder indtil videre
frame-until-further = indtil videre
frame-more-fields = Hvor det står, og hvor længe det gælder
frame-found-late-tick = Vi opdagede det først, da vi var gået i gang
frame-late-open = Fortæl, hvordan I opdagede det
frame-late-why = Hvordan opdagede I det, og hvad betyder det for dem, der var gået i gang?
frame-late-why-hint = Alle, der er med, får det at vide. Ingen skal have skylden.
frame-late-told = Alle, der var med, har fået det at vide.
frame-save = Skriv det på
frame-can-change = Kan ændres af: { $who }
frame-decides = Afgøres af: { $who }
frame-since = siden { $month }
frame-until-day = til { $day }
frame-found-late = Opdaget undervejs { $day }
frame-seen = Jeg har set det

## Én ting

frame-said-by = Hvem siger det?
frame-for = Hvem gælder det for?
frame-only-in = Kun i samarbejdet { $title }
frame-to-come = Gælder først fra { $day }
frame-expired = Det gjaldt til { $day }
frame-expired-text = Gælder det stadig? { $organisation } er spurgt.
frame-lifted = Det gælder ikke mere.
frame-leans = Hvem holder sig til det?
frame-leans-answer = { $organisation } i svaret på
frame-leans-initiative = Samarbejdet
frame-leans-changed = (det er ændret siden)
frame-asked = Er der nogen, der har spurgt?
frame-ask = Passer det stadig?
frame-ask-why = Hvad får dig til at spørge?
frame-ask-hint = Fx "På biblioteket må de godt". Det er altid i orden at spørge.
frame-ask-send = Spørg
frame-not-answered = { $organisation } har ikke svaret endnu.
frame-answer-it = Svar
frame-answered = Svar fra { $organisation }: Passer det stadig?
frame-says = Passer det stadig?
frame-reason = Hvorfor?
frame-reason-hint = Den, der spurgte, får det at læse
frame-answer-send = Svar
frame-keep = Det er jer, der har sagt det
frame-edit = Ret det
frame-edit-lead = Det, der stod før, kan stadig læses, så ingen undrer sig.
frame-edit-save = Gem
frame-lift = Det gælder ikke mere
frame-lift-why = Hvad er der sket?
frame-lift-send = Tag det af
frame-before = { $count ->
    [one] Sådan stod der før
   *[other] Sådan stod der før ({ $count })
}
frame-replaced = Ændret

## I et samarbejde

frame-initiative-lead = Det her holder vi os til, og det her har vi plads til.
frame-initiative-none = Sig det, før I går i gang. Så render ingen ind i det sent.
frame-initiative-declare = Sig noget, der kun gælder her
frame-initiative-open = Vælg det, der gælder for jer
frame-initiative-choose = Hvad af det her gælder for jer?
frame-initiative-choose-hint = Det, der allerede er sagt på området
frame-initiative-save = Gem
frame-initiative-late = Har I opdaget noget undervejs?

## Til politikerne

handover-list = Spurgt hos politikerne
handover-list-lead = Noget kan kun folkevalgte afgøre. Her står, hvad de er spurgt om, og hvad de svarede.
handover-none = Ingen har spurgt politikerne endnu
handover-none-text = Når noget kun kan ændres i udvalget eller byrådet, kan I give spørgsmålet videre dertil.
handover-open = Giv det videre til politikerne
handover-title = Giv et spørgsmål videre til politikerne
handover-lead = Skriv det ned, som det er sendt. Alle, der er med her, kan se spørgsmålet, og hvad der kom ud af det.
handover-about = Det handler om:
handover-recipient = Hvem er det sendt til?
handover-recipient-hint = Fx "Udvalget for ældre og sundhed"
handover-text = Hvad spørger I om?
handover-text-hint = Hvad er det, folk oplever, og hvad beder I politikerne om at tage stilling til? Ingen navne.
handover-sent = Hvornår er det sendt?
handover-send = Det er givet videre
handover-sent-to = Sendt til { $recipient } { $day }.
handover-waits = Venter på svar
handover-waits-text = Der er ikke kommet svar endnu.
handover-outcome = Hvad kom der ud af det?
handover-outcome-text = Hvad svarede de?
handover-outcome-day = Hvornår?
handover-follow = Fortæl, hvad der kom ud af det
handover-follow-send = Gem
