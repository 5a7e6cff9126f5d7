insight-title = Sådan går det
insight-lead = Her kan I se, hvad der fylder bestemte steder, og hvad der fortælles om overalt.
insight-until = Tallene går til og med
insight-signals = Det fylder mere her end andre steder
insight-signals-text = Mindst tre organisationer fortæller om det, og der er fortalt mere, end man kunne vente.
insight-none-title = For få endnu til at sige noget sikkert
insight-none-text = Det betyder ikke, at noget er afvist. Bliv ved med at fortælle.
insight-not-refused = Det, der ikke står her, er ikke afvist. Der er for få endnu til at sige noget sikkert.
insight-topic = Emne
insight-place = Postnummer
insight-told = Fortalt
insight-against = Sammenlignet med andre steder
insight-at-least = Mindst { $count } gange
insight-somewhat-more = Mere end ventet
insight-times = Mindst { $times } gange så tit som ventet
insight-spread = Så bredt fortælles det
insight-spread-text = Det, der fortælles om overalt, kan veje mest, selv om det ikke fylder mere ét sted end et andet.
insight-places = Postnumre
insight-organisations = Organisationer
insight-few = Under 3
insight-suggestions = Rammer forslagene rigtigt?
insight-suggestions-text = Når nogen sætter en oplevelse på et behov, ser vi, hvor højt behovet stod blandt de forslag, værktøjet ville have givet.
insight-suggestions-none = Det kan først siges, når der er sat mindst ti oplevelser på behov i en måned.
insight-month = Måned
insight-linked = Sat på
insight-first = Stod først
insight-first-three = Blandt de tre første
insight-percent = { $share } %
insight-how = Sådan er der talt
insight-how-text = Hver fortæller tæller én gang i et kvartal, ens tekster tæller som én, og ingen organisation tæller mere end tre gange samme sted. Tal om oplevelser viser, hvad der bliver fortalt. De viser ikke, hvor tit noget sker.
insight-how-shown = Kun kvartaler, der er slut, er med. Tal under 3 vises ikke, og større tal rundes ned, så ingen kan kendes.
insight-became = Svar og forandring
insight-became-none = Der er ikke bedt om svar på noget endnu.
# $raised (Number) - how many needs
insight-became-text = { $raised ->
    [one] Der er bedt om svar på ét behov siden
   *[other] Der er bedt om svar på { $raised } behov siden
}
insight-answered = Har fået svar
insight-promised = Nogen har lovet noget
insight-done = Det lovede er gjort
insight-changed = Nogen gør noget på en anden måde
insight-felt = Det kan mærkes
insight-objected = Nogen kan ikke mærke det
# $count (Number) - how many of them
# $all (Number) - of how many
insight-of = { $count } af { $all }
insight-together = Alle tal er ud af alle behov, der er bedt om svar på. Et svar alene ændrer ikke noget.
insight-tellers = De, der fortæller
# $returned (Number) - how many told again
# $heard (Number) - how many had an answer
insight-returned = { $heard } har fået svar på det, de fortalte, for mere end tre måneder siden. { $returned } af dem har fortalt igen.
# $percent (Number) - a share
insight-tenth = Den tiendedel, der fortæller mest, har fortalt { $percent } % af det hele. Fylder få stemmer meget, så spørg flere.
