### interest
interest-title = Hvad får vi selv ud af det?
interest-lead = Alle organisationer har noget, de selv gerne vil have, også kommunen. Her siger hver enkelt sit højt, så ingen behøver gætte.
interest-declare = Sig, hvad I selv får ud af det
interest-declare-lead = Det kommer til at stå med navnet { $organisation } ved de behov, det handler om. Det trækker aldrig noget fra et behov, at I siger det åbent.
interest-subject = Hvad handler det om?
interest-who = Hvem siger det?
interest-when = Hvad vil du se?
interest-with-ended = Også det, der ikke gælder mere
interest-gain = Hvad får I ud af det?
interest-text = Sig det med jeres egne ord
interest-text-hint = Fx "Vi sparer to besøg om ugen" eller "Vi kan søge flere penge, når vi har flere medlemmer". Får I ikke noget ud af det, må feltet stå tomt.
interest-amount = Hvad er det værd?
interest-amount-hint = Fx "40.000 kr. om året" eller "to timer om ugen"
interest-save = Skriv det på
interest-worth = Værd:
interest-said = sagt
interest-ended = gælder ikke mere, siden
interest-end = Gælder ikke mere
interest-none-title = Ingen har sagt noget endnu
interest-none-text = Når en organisation siger, hvad den selv får ud af noget, står det her og ved de behov, det handler om.
interest-all = Se alle
interest-takes-nothing = Et behov bliver ikke mindre af, at nogen også selv får noget ud af det.
interest-beside = { $count ->
    [0] Hvad får vi selv ud af det? Ingen har sagt noget endnu
    [one] Hvad får vi selv ud af det? Én har sagt det
   *[other] Hvad får vi selv ud af det? { $count } har sagt det
}
interest-beside-none = Ingen har sagt noget om det endnu. Det kan både foreninger og kommune gøre.
interest-silent = Har ikke sagt noget om det: { $names }
